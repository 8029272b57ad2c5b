import { expect, test } from 'vitest'
import { bestReturn, requestsToReturn, smoothedReturn } from '../../../../trainer/experiments/outcome/requests-to-return.ts'

const curve = (...values: readonly (number | null)[]) =>
  values.map((executorReward, position) => ({ requests: 10 * (position + 1), score: null, executorReward, designerReward: null, requestsPerExecution: null }))

test('a point is the mean of itself and two on each side, fewer at the ends; points without a reward are none', () => {
  expect(smoothedReturn(curve(0, 3, null, 6, 9)).map(({ requests, value }) => [requests, value])).toEqual([
    [10, 3],
    [20, 4.5],
    [40, 4.5],
    [50, 6],
  ])
})

test.each([
  [3, { requests: 10, reached: true }],
  [4, { requests: 20, reached: true }],
  [7, { requests: 50, reached: false }],
])('the requests to a return of %d', (target, expected) => {
  expect(requestsToReturn(curve(0, 3, null, 6, 9), target)).toEqual(expected)
})

test('the best return is that of any curve', () => {
  expect(bestReturn([curve(1), curve(2, 4)])).toBe(3)
  expect(bestReturn([])).toBe(-Infinity)
})
