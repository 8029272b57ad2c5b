import { describe, expect, test } from 'vitest'
import { scorerNamed } from '../../../../trainer/scorers/index.ts'
import { score, scoredTask, verdict } from '../scored-task.ts'

const math = scorerNamed('math')

test.each([
  ['0.5', '\\frac12', 1],
  [0.5, '\\frac12', 1],
  ['\\frac12', 0.5, 1],
  ['0.51', '\\frac12', 0],
  ['no idea {', '\\frac12', 0],
  [['0.5'], '\\frac12', 0],
  [null, '\\frac12', 0],
  ['1'.repeat(2_001), '1', 0],
] as const)('%j for %j scores %d', async (result, expected, wanted) => {
  expect(await score(math, result, { expected })).toBe(wanted)
})

test('what is expected and cannot be read is a failure, and no 0', async () => {
  expect(await verdict(math, '1', { expected: '\\frac{1' })).toEqual({
    kind: 'failed',
    reason: 'math: "\\\\frac{1" cannot be read: it is no expression',
  })
})

test.each([
  [['1'], 'for "math", "expected" must be a text or a number'],
  ['1'.repeat(2_001), 'for "math", "expected" has at most 2000 characters'],
])('%j is told before anything runs', (expected, problem) => {
  expect(math.fits(scoredTask({ expected }))).toEqual({ kind: 'unfit', problem })
})

describe('what takes too long', () => {
  const quick = scorerNamed('math', { timeoutSeconds: 0.4 })
  const endless = '9^{9^9}'

  test('is wrong where it is the answer, and the next one is judged', async () => {
    expect(await score(quick, endless, { expected: '2' })).toBe(0)
    expect(await score(math, '2.0', { expected: '2' })).toBe(1)
  })

  test('is a failure where it is what is expected', async () => {
    expect(await verdict(quick, '1', { expected: endless })).toEqual({
      kind: 'failed',
      reason: 'math: "9^{9^9}" cannot be compared within 0.4 seconds',
    })
  })

  test.each([
    ['(', 1_900],
    ['x^', 900],
    ['\\sqrt{', 300],
    ['\\frac{', 300],
    ['{}', 900],
    ['|', 1_000],
    ['1+', 900],
    ['\\left(', 300],
    ['_', 1_000],
  ])('%s many times ends', async (text, times) => {
    expect(await score(math, text.repeat(times).slice(0, 2_000), { expected: '7' })).toBe(0)
  })
})
