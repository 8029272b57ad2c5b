import { expect, test } from 'vitest'
import { randomStream } from '../../../../trainer/random/random-stream.ts'
import { defaultHorizon, horizonFamily } from '../../../../trainer/tasks/index.ts'

const reader = { role: 'answer', inputs: {} }
const family = horizonFamily()

test.each([
  ['a', 'a'],
  ['bc', 'd'],
  ['dd', 'c'],
  ['cadbb', 'd'],
  ['e', null],
  ['', null],
])('the total of %s is %s', (expression, reply) => {
  expect(family.reply('answer', { expression })).toBe(reply)
})

test('a call reads one window', () => {
  expect(family.perceive('cadbb', randomStream(1), reader)).toBe('cad')
  expect(family.perceive('ca', randomStream(1), reader)).toBe('ca')
  expect(family.perceive('3+4', randomStream(1), reader)).toBe('3+4')
})

test('what is read of a text says nothing of its total: all rests together have every total as often', () => {
  const letters = ['a', 'b', 'c', 'd']
  const rests = letters.flatMap((first) => letters.map((second) => `${first}${second}`))
  for (const window of ['aaa', 'bcd']) {
    const totals = rests.map((rest) => family.reply('answer', { expression: `${window}${rest}` }))
    for (const letter of letters) expect(totals.filter((total) => total === letter)).toHaveLength(4)
  }
})

test('the total of the totals of pieces is the total, and all of them fit one window', () => {
  for (let seed = 0; seed < 40; seed += 1) {
    const task = family.generate(randomStream(seed), 5 + (seed % 5))
    const pieces = family.intermediates(task)
    expect(pieces.join('')).toBe(task.input['expression'])
    expect(pieces.length).toBeLessThanOrEqual(defaultHorizon.window)
    const totals = pieces.map((expression) => family.reply('answer', { expression })).join('')
    expect(family.reply('answer', { expression: totals })).toBe(task.expected)
  }
})

test('shows texts of one window, none of which is a task', () => {
  const task = family.generate(randomStream(1), 9)
  for (let seed = 0; seed < 60; seed += 1) {
    const shown = family.show?.(task, 'answer', randomStream(seed))
    const text = String(shown?.inputs['expression'])
    expect(text).toMatch(/^[a-d]{1,3}$/)
    expect(family.isTask?.(text)).toBe(false)
    expect(shown?.output).toBe(family.reply('answer', { expression: text }))
  }
})
