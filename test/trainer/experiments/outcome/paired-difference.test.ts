import { expect, test } from 'vitest'
import { pairedDifference, seedAndTaskInterval } from '../../../../trainer/experiments/outcome/paired-difference.ts'

test('equal differences have an interval without width', () => {
  const left = new Map([[1, [0.8, 0.6]], [2, [0.7, 0.5]]])
  const right = new Map([[2, [0.4, 0.2]], [1, [0.5, 0.3]], [3, [0, 0]]])
  const { estimate, lower, upper } = pairedDifference(left, right)
  for (const value of [estimate, lower, upper]) expect(value).toBeCloseTo(0.3)
})

test.each([
  ['seeds', [[0, 0, 0, 0], [1, 1, 1, 1], [0, 0, 0, 0], [1, 1, 1, 1]]],
  ['tasks', [[0, 1, 0, 1], [0, 1, 0, 1], [0, 1, 0, 1], [0, 1, 0, 1]]],
])('what only differs between %s still makes an interval wide', (_, rows) => {
  const { estimate, lower, upper } = seedAndTaskInterval(rows)
  expect(estimate).toBe(0.5)
  expect(lower).toBeLessThan(0.2)
  expect(upper).toBeGreaterThan(0.8)
})

test('seeds that only one side has are left out; without a pair there is no number', () => {
  expect(pairedDifference(new Map([[1, [1]]]), new Map([[2, [0]]])).estimate).toBeNaN()
  expect(() => seedAndTaskInterval([[1], [1, 2]])).toThrow(RangeError)
})
