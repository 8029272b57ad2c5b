import { expect, test } from 'vitest'
import { exactScorer } from '../../../trainer/scorers/index.ts'
import { score } from './scored-task.ts'

test.each([
  ['7', '7', 1],
  ['7', '8', 0],
  ['7 ', '7', 0],
  ['7', 7, 0],
  [1005, 1001, 0],
  [null, null, 1],
  [{ a: 1, b: ['x'] }, { b: ['x'], a: 1 }, 1],
  [{ a: 1 }, { a: 1, b: null }, 0],
  [['a', 'b'], ['b', 'a'], 0],
] as const)('%j for %j scores %d', async (result, expected, wanted) => {
  expect(await score(exactScorer, result, { expected })).toBe(wanted)
})
