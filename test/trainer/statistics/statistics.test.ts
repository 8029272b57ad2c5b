import { describe, expect, test } from 'vitest'
import { randomStream } from '../../../trainer/random/random-stream.ts'
import {
  bootstrapInterval,
  mean,
  meanInterval,
  median,
  pairedInterval,
  quantile,
  rankCorrelation,
  standardDeviation,
  wilsonInterval,
} from '../../../trainer/statistics/index.ts'

test('means, medians and deviations', () => {
  expect(mean([1, 2, 6])).toBe(3)
  expect(mean([])).toBeNaN()
  expect(median([5, 1, 3])).toBe(3)
  expect(median([10, 9, 1, 2])).toBe(5.5)
  expect(median([])).toBeNaN()
  expect(standardDeviation([2, 4, 4, 4, 5, 5, 7, 9])).toBe(2)
  expect(standardDeviation([3])).toBe(0)
})

test.each([
  [0, 1],
  [0.25, 2],
  [0.5, 3],
  [0.9, 4.6],
  [1, 5],
])('the quantile %d', (share, value) => {
  expect(quantile([5, 1, 4, 2, 3], share)).toBeCloseTo(value, 12)
})

describe("Wilson's interval", () => {
  // Published values for 95 %: Newcombe (1998), table I.
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
    [20, 20, 0.8389, 1],
  ])('%d of %d', (successes, trials, lower, upper) => {
    const interval = wilsonInterval(successes, trials)
    expect(interval.estimate).toBe(successes / trials)
    expect(interval.lower).toBeCloseTo(lower, 4)
    expect(interval.upper).toBeCloseTo(upper, 4)
  })

  test('of no trials says nothing', () => {
    expect(wilsonInterval(0, 0)).toEqual({ estimate: NaN, lower: 0, upper: 1 })
  })
})

describe('the bootstrap', () => {
  const values = Array.from({ length: 100 }, (_, index) => index % 10)

  test('of a mean agrees with the normal interval', () => {
    // σ / √n = 2.8723 / 10, times 1.96: 0.563 on either side of 4.5.
    const interval = meanInterval(values, { random: randomStream(1) })
    expect(interval.estimate).toBe(4.5)
    expect(Math.abs(interval.lower - 3.937)).toBeLessThan(0.06)
    expect(Math.abs(interval.upper - 5.063)).toBeLessThan(0.06)
  })

  test('is the same with the same stream, and wider with more confidence', () => {
    const interval = (seed: number, confidence: number) => meanInterval(values, { random: randomStream(seed), confidence })
    expect(interval(1, 0.95)).toEqual(interval(1, 0.95))
    expect(interval(1, 0.95)).not.toEqual(interval(2, 0.95))
    expect(interval(1, 0.99).upper).toBeGreaterThan(interval(1, 0.8).upper)
  })

  test('takes any statistic of any items', () => {
    const pairs = [
      { won: 1, of: 2 },
      { won: 3, of: 3 },
    ]
    const share = (sample: readonly { won: number; of: number }[]) =>
      mean(sample.map(({ won }) => won)) / mean(sample.map((entry) => entry.of))
    expect(bootstrapInterval(pairs, share, { random: randomStream(1) })).toEqual({ estimate: 0.8, lower: 0.5, upper: 1 })
  })

  test('of pairs: what tasks share cancels', () => {
    const noise = Array.from({ length: 50 }, (_, index) => Math.sin(index * 7) * 10)
    const better = noise.map((value) => value + 0.5)
    const interval = pairedInterval(better, noise, { random: randomStream(3) })
    expect(interval.lower).toBeCloseTo(0.5, 10)
    expect(interval.upper).toBeCloseTo(0.5, 10)
    expect(() => pairedInterval([1], [1, 2], { random: randomStream(3) })).toThrow(RangeError)
  })

  test('of nothing is nothing', () => {
    expect(meanInterval([], { random: randomStream(1) })).toEqual({ estimate: NaN, lower: NaN, upper: NaN })
  })

  test('covers the true mean as often as it says', () => {
    let covered = 0
    for (let trial = 0; trial < 200; trial += 1) {
      const draws = randomStream(trial, 'draws')
      const sample = Array.from({ length: 40 }, () => draws.normal())
      const { lower, upper } = meanInterval(sample, { random: randomStream(trial, 'resamples'), resamples: 300 })
      if (lower <= 0 && upper >= 0) covered += 1
    }
    // 190 expected; three standard deviations are 9, and the percentile bootstrap covers a little less at this size.
    expect(covered).toBeGreaterThan(176)
    expect(covered).toBeLessThan(200)
  })
})

describe('the rank correlation', () => {
  test.each([
    ['the same order', [1, 2, 5], [10, 20, 21], 1],
    ['the opposite order', [1, 2, 5], [3, 2, 1], -1],
    // Ranks 1 2 3 4 and 2 1 4 3: 1 − 6 · 4 / (4 · 15).
    ['neighbours swapped', [1, 2, 3, 4], [2, 1, 4, 3], 0.6],
    // Ranks 1.5 1.5 3 and 1 2 3: 1.5 / √(1.5 · 2).
    ['equal values share a rank', [1, 1, 2], [1, 2, 3], 1.5 / Math.sqrt(3)],
  ])('of %s', (_, left, right, wanted) => {
    expect(rankCorrelation(left, right)).toBeCloseTo(wanted, 12)
    expect(rankCorrelation(right, left)).toBeCloseTo(wanted, 12)
  })
  test('does not exist without an order', () => {
    expect(rankCorrelation([1, 1, 1], [1, 2, 3])).toBeNaN()
    expect(rankCorrelation([], [])).toBeNaN()
    expect(() => rankCorrelation([1], [])).toThrow('1 and 0 values are no pairs')
  })
})
