import { expect, test } from 'vitest'
import { rowWeights } from '../../../trainer/credit/index.ts'

test.each([
  // Three executions of 4, 1 and 0 calls.
  ['execution', [1 / 12, 1 / 3, 0]],
  ['call', [1 / 5, 1 / 5, 0]],
  ['trajectory', [1 / 3, 1 / 3, 0]],
] as const)('%s', (weighting, weights) => {
  expect(rowWeights([4, 1, 0], weighting)).toEqual(weights)
})

test('nothing weighs nothing', () => {
  expect(rowWeights([], 'execution')).toEqual([])
  expect(rowWeights([0, 0], 'call')).toEqual([0, 0])
})
