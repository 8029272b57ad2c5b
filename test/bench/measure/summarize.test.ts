import { expect, test } from 'vitest'
import { summarize } from './summarize.ts'

test.each([
  [[3], { samples: 1, median: 3, lowerQuartile: 3, upperQuartile: 3 }],
  [[4, 1], { samples: 2, median: 2.5, lowerQuartile: 1.75, upperQuartile: 3.25 }],
  [[9, 1, 5, 3, 7], { samples: 5, median: 5, lowerQuartile: 3, upperQuartile: 7 }],
  [[10, 2, 1_000], { samples: 3, median: 10, lowerQuartile: 6, upperQuartile: 505 }],
  [[], { samples: 0, median: Number.NaN, lowerQuartile: Number.NaN, upperQuartile: Number.NaN }],
])('the quartiles of %j', (values, summary) => {
  expect(summarize(values)).toEqual(summary)
})

test('leaves the measurements in their order', () => {
  const values = [3, 1, 2]
  summarize(values)
  expect(values).toEqual([3, 1, 2])
})
