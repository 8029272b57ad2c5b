import { describe, expect, test } from 'vitest'
import type { Value } from '../../../compiler/index.ts'
import { exactScorer, functionScorer, numericScorer, scorerNamed } from '../../../trainer/scorers/index.ts'
import type { Scorer } from '../../../trainer/scorers/index.ts'
import type { Task } from '../../../trainer/tasks/index.ts'

const task = (expected?: Value): Task => ({
  id: 't',
  family: 'f',
  difficulty: 0,
  input: {},
  ...(expected === undefined ? {} : { expected }),
})

const score = (scorer: Scorer, value: Value, expected: Value) => scorer.score(task(expected), { kind: 'ok', value })

test.each([
  ['7', '7', 1],
  ['7', '8', 0],
  ['7 ', '7', 0],
  ['7', 7, 0],
  [null, null, 1],
  [{ a: 1, b: ['x'] }, { b: ['x'], a: 1 }, 1],
  [{ a: 1 }, { a: 1, b: null }, 0],
  [['a', 'b'], ['b', 'a'], 0],
] as const)('exact: %j for %j scores %d', (value, expected, wanted) => {
  expect(score(exactScorer, value, expected)).toBe(wanted)
})

describe('numeric', () => {
  test.each([
    ['7', 7, 1],
    [' 7.0 ', '7', 1],
    ['+7', 7, 1],
    ['-0', 0, 1],
    ['7e0', '7', 1],
    ['1e3', 1000, 1],
    ['0.5', 0.5, 1],
    ['.5', '0.50', 1],
    ['999', 1000, 0],
    ['1000.0000001', 1000, 0],
    ['9007199254740993', '9007199254740992', 0],
    ['9007199254740993', '9007199254740993', 1],
    ['100000000000000000000000000000001', '1e32', 0],
    ['1e400', '1e401', 0],
    ['1e-999', '2e-999', 0],
    ['7 apples', 7, 0],
    ['0x10', 16, 0],
    ['', 0, 0],
    ['Infinity', 'Infinity', 0],
    [true, 1, 0],
    [[7], 7, 0],
  ] as const)('%j for %j scores %d', (value, expected, wanted) => {
    expect(score(numericScorer, value, expected)).toBe(wanted)
  })

  test('no tolerance: five permille beside a large integer is a miss', () => {
    expect(score(numericScorer, 1005, 1001)).toBe(0)
  })
})

describe.each([exactScorer, numericScorer])('$name', (scorer) => {
  test('what failed or spent its budget scores 0', () => {
    expect(scorer.score(task(7), { kind: 'failed', node: 'main', code: 'timeout', message: 'late' })).toBe(0)
    expect(scorer.score(task(7), { kind: 'stopped', path: 'main', reason: 'tokens', message: 'spent' })).toBe(0)
  })

  test('a cancelled run and a task that nobody knows the answer of have no score', () => {
    expect(scorer.score(task(7), { kind: 'cancelled' })).toBeNull()
    expect(scorer.score(task(), { kind: 'ok', value: 7 })).toBeNull()
    expect(scorer.score(task(), { kind: 'failed', node: 'main', code: 'timeout', message: 'late' })).toBeNull()
  })

  test('has its name in a configuration', () => {
    expect(scorer.name === 'exact' || scorer.name === 'numeric' ? scorerNamed(scorer.name) : null).toBe(scorer)
  })
})

describe('a function', () => {
  const half = functionScorer('half', (value, { id }) => (value === id ? 0.5 : null))

  test('judges the result and knows the task', () => {
    expect(half.score(task(), { kind: 'ok', value: 't' })).toBe(0.5)
    expect(half.score(task(), { kind: 'ok', value: 'u' })).toBeNull()
    expect(half.score(task(), { kind: 'failed', node: 'main', code: 'timeout', message: 'late' })).toBe(0)
  })

  test.each([1.5, -0.1, NaN])('may not give %d', (given) => {
    expect(() => functionScorer('bad', () => given).score(task(), { kind: 'ok', value: 't' })).toThrow(RangeError)
  })
})
