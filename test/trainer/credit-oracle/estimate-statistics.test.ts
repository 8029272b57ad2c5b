import { describe, expect, test } from 'vitest'
import { EstimateSums, everyGroup } from '../../../trainer/credit-oracle/index.ts'
import type { EstimateStatistics, SolvedCall } from '../../../trainer/credit-oracle/index.ts'
import { solvedProgram } from './solved-programs.ts'

const solved = solvedProgram('chain')

/** Of groups of two executions, by what each call gets. */
function statisticsOf(advantage: (call: SolvedCall) => number, replayed = 0): EstimateStatistics {
  const sums = new EstimateSums(solved, 'trajectory')
  for (const group of everyGroup(solved.designs, 2)) sums.add(group, group.executions.map(({ calls }) => calls.map(advantage)), replayed)
  return sums.statistics()
}

describe('statistics of estimates', () => {
  test('the exact advantages are without bias and in the right order', () => {
    const { expectation, ...statistics } = statisticsOf(({ advantage }) => advantage)
    expect(statistics).toMatchObject({
      scale: expect.closeTo(1, 12),
      bias: expect.closeTo(0, 10),
      rankCorrelation: expect.closeTo(1, 12),
      requests: expect.closeTo(6, 12),
    })
    expectation.forEach((value, position) => {
      expect(value).toBeCloseTo(solved.gradient[position] ?? NaN, 12)
    })
  })
  test('a scale is told apart from a bias, and changes neither variance nor order', () => {
    const [plain, double] = [statisticsOf(({ advantage }) => advantage), statisticsOf(({ advantage }) => 2 * advantage)]
    expect(double).toMatchObject({ scale: expect.closeTo(2, 12), bias: expect.closeTo(0, 10), rankCorrelation: expect.closeTo(1, 12) })
    expect(double.variance).toBeCloseTo(plain.variance, 10)
  })
  test('a call that is left out is a bias', () => {
    const statistics = statisticsOf(({ advantage, context }) => (context.agent === 'Plan' ? 0 : advantage))
    // What is left of the gradient is its own projection: |g_Plan|² / |g|² is lost.
    const lost = 2 * (0.4 * 0.6 * 0.3) ** 2
    const size = solved.gradient.reduce((sum, value) => sum + value ** 2, 0)
    expect(statistics.scale).toBeCloseTo(1 - lost / size, 12)
    expect(statistics.bias).toBeCloseTo(Math.sqrt(lost / (size - lost)), 10)
  })
  test('the variance is that of the components, worked out one by one', () => {
    let [sum, squares] = [solved.gradient.map(() => 0), 0]
    for (const { probability, calls } of solved.designs[0]?.executions ?? []) {
      const own = solved.gradient.map(() => 0)
      for (const { context, reply, advantage } of calls) {
        context.probabilities.forEach((chance, option) => {
          own[context.offset + option] = (own[context.offset + option] ?? NaN) + advantage * ((option === reply ? 1 : 0) - chance)
        })
      }
      sum = sum.map((value, position) => value + probability * (own[position] ?? NaN))
      squares += own.reduce((total, value) => total + probability * value ** 2, 0)
    }
    const size = solved.gradient.reduce((total, value) => total + value ** 2, 0)
    // Two independent executions halve it.
    const wanted = (squares - sum.reduce((total, value) => total + value ** 2, 0)) / size / 2
    expect(statisticsOf(({ advantage }) => advantage).variance).toBeCloseTo(wanted, 10)
  })
  test('advantages that are all equal say nothing of the order, those turned round the opposite', () => {
    expect(statisticsOf(() => 1).rankCorrelation).toBe(0)
    expect(statisticsOf(({ advantage }) => -advantage).rankCorrelation).toBeCloseTo(-1, 12)
  })
  test('replays are requests too', () => {
    expect(statisticsOf(() => 1, 5).requests).toBeCloseTo(11, 12)
  })
})
