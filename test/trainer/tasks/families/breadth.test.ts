import { expect, test } from 'vitest'
import { randomStream } from '../../../../trainer/random/random-stream.ts'
import { breadthFamily, defaultBreadth } from '../../../../trainer/tasks/index.ts'

const reader = { role: 'answer', inputs: {} }

test('a task has so many parts as its difficulty says, each with its result', () => {
  const family = breadthFamily()
  const task = family.generate(randomStream(2), 3)
  const parts = String(task.input['expression']).split(';')
  expect(parts).toHaveLength(3)
  expect(task.expected).toBe(parts.map((part) => family.reply('answer', { expression: part })).join(';'))
  expect(family.intermediates(task)).toEqual(parts)
})

test.each([
  ['3+4;2*2', '2;4'],
  ['3+4', '2'],
  ['3+4;', null],
  ['three', null],
])('%s is answered with %s', (expression, reply) => {
  expect(breadthFamily().reply('answer', { expression })).toBe(reply)
  expect(breadthFamily().reply('reduce', { expression })).toBeNull()
})

test('a part alone is read as it is; digits of several are misread as often as the parameters say', () => {
  const family = breadthFamily()
  for (let seed = 0; seed < 50; seed += 1) expect(family.perceive('3+4', randomStream(seed), reader)).toBe('3+4')
  for (const parts of [2, 3, 4]) {
    const text = Array.from({ length: parts }, () => '3+4').join(';')
    const random = randomStream(parts, 'reader')
    let wrong = 0
    const calls = 4_000
    for (let call = 0; call < calls; call += 1) {
      const seen = family.perceive(text, random, reader)
      expect(seen).toMatch(/^[0-4]\+[0-4](?:;[0-4]\+[0-4])+$/)
      wrong += [...seen].filter((letter, place) => letter !== text[place]).length
    }
    const expected = defaultBreadth.disturbance * (parts - 1)
    // Four standard deviations of so many digits.
    expect(Math.abs(wrong / (calls * parts * 2) - expected)).toBeLessThan(4 * Math.sqrt(0.25 / (calls * parts * 2)))
  }
})

test('shows parts with their results, and now and then a whole task as it is seen', () => {
  const family = breadthFamily()
  const task = family.generate(randomStream(1), 3)
  const shown = Array.from({ length: 300 }, (_, seed) => family.show?.(task, 'answer', randomStream(seed)))
  const guesses = shown.filter((one) => one?.isGuess)
  expect(guesses.length).toBeGreaterThan(10)
  expect(guesses.length).toBeLessThan(60)
  for (const one of guesses) expect(one?.output).toBe(task.expected)
  for (const one of shown) if (one?.isGuess === false) expect(one.output).toBe(family.reply('answer', one.inputs))
})
