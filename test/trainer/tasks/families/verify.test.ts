import { describe, expect, test } from 'vitest'
import { randomStream } from '../../../../trainer/random/random-stream.ts'
import { defaultVerify, verifyFamily } from '../../../../trainer/tasks/index.ts'

const family = verifyFamily()
const text = 'a3b1c4d0e7f2>4'
const finder = { role: 'answer', inputs: { expression: text } }

test.each([
  ['answer', { expression: text }, 'c'],
  ['answer', { expression: 'b1c4>4' }, 'c'],
  ['check', { expression: 'c4>4', place: 'c' }, true],
  ['check', { expression: 'b1>4', place: 'b' }, false],
  ['check', { expression: '>4', place: 'z' }, false],
  ['check', { expression: 'c4>4' }, null],
  ['answer', { expression: '3+4' }, null],
  ['review', { expression: text }, null],
] as const)('%s of %j is %s', (role, inputs, reply) => {
  expect(family.reply(role, inputs)).toBe(reply)
})

describe('what a call sees', () => {
  test('are a few places where it is given none, each as likely', () => {
    const seen = Array.from({ length: 600 }, (_, seed) => family.perceive(text, randomStream(seed), finder))
    for (const glance of seen) expect(glance).toMatch(/^(?:[a-f][0-9]){2}>4$/)
    const telling = seen.filter((glance) => glance.includes('c4')).length / seen.length
    // One third, within four standard deviations.
    expect(Math.abs(telling - defaultVerify.glance / 6)).toBeLessThan(0.08)
  })
  test('is the place that it is given, or none', () => {
    const at = (place: string): string => family.perceive(text, randomStream(1), { role: 'check', inputs: { expression: text, place } })
    expect([at('c'), at('a'), at('g'), at(''), at('c4')]).toEqual(['c4>4', 'a3>4', '>4', '>4', '>4'])
    expect(family.perceive('3+4', randomStream(1), finder)).toBe('3+4')
  })
})

test('a guess is at a place that was not seen, and guesses are spread', () => {
  const guesses = Array.from({ length: 200 }, (_, seed) => {
    const seen = family.perceive(text, randomStream(seed), finder)
    const guess = String(family.reply('answer', { expression: seen }))
    if (!seen.includes('c4')) expect(seen).not.toContain(guess)
    return guess
  })
  expect(new Set(guesses).size).toBeGreaterThan(4)
})

test('shows what can be told, most of the time, and checks of right and wrong places', () => {
  const task = family.generate(randomStream(3), 8)
  const found = Array.from({ length: 200 }, (_, seed) => family.show?.(task, 'answer', randomStream(seed)))
  expect(found.every((one) => one?.output === task.expected)).toBe(true)
  const guesses = found.filter((one) => one?.isGuess).length
  expect(guesses).toBeGreaterThan(15)
  expect(guesses).toBeLessThan(80)
  const checks = Array.from({ length: 100 }, (_, seed) => family.show?.(task, 'check', randomStream(seed)))
  for (const one of checks) expect(one?.output).toBe(one === undefined || one === null ? null : family.reply('check', one.inputs))
  expect(new Set(checks.map((one) => one?.output))).toEqual(new Set([true, false]))
})

test('a slip of a check is its opposite', () => {
  expect(family.slip?.(true, randomStream(1))).toBe(false)
  expect(family.slip?.(false, randomStream(1))).toBe(true)
})
