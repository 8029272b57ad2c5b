import { expect, test } from 'vitest'
import { meanWorth } from '../../../trainer/credit/mean-worth.ts'

test.each([
  [[0.25, 0.75], 0.5],
  [[1], 1],
  // Their sum, divided, is 0.10000000000000002.
  [[0.1, 0.1, 0.1], 0.1],
])('the mean of %j is %d', (rewards, mean) => {
  expect(meanWorth(rewards)).toBe(mean)
})
