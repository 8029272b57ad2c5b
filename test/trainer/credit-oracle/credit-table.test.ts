import { expect, test } from 'vitest'
import { defaultReplaySettings, estimatorNames, estimators } from '../../../trainer/credit/index.ts'
import { creditTable, measureEstimator, measureExact } from '../../../trainer/credit-oracle/index.ts'
import type { CreditTableRow, MeasureSettings } from '../../../trainer/credit-oracle/index.ts'
import { solvedProgram } from './solved-programs.ts'

const settings: MeasureSettings = {
  executions: 2,
  normalisation: 'mean',
  weighting: 'trajectory',
  replays: defaultReplaySettings,
  seed: 1,
  mostGroups: 1_000,
  replayedGroups: 400,
}

const solved = solvedProgram('shared')

async function rowsOf(changes: Partial<MeasureSettings> = {}): Promise<readonly CreditTableRow[]> {
  const rows: CreditTableRow[] = []
  for await (const measured of creditTable([solved.program], { ...settings, ...changes })) rows.push(...measured)
  return rows
}

test('the table has a row for every estimator and one for the exact advantages', async () => {
  const rows = await rowsOf()
  expect(rows.map((row) => row.estimator)).toEqual([...estimatorNames, 'exact'])
  for (const row of rows) {
    expect(row).toMatchObject({ program: 'shared', isExact: true })
    for (const figure of [row.scale, row.bias, row.variance, row.rankCorrelation, row.requests]) expect(figure).toSatisfy(Number.isFinite)
    expect(row.varianceAtEqualRequests / row.variance).toBeCloseTo(row.requests / 6, 10)
  }
  const drawn = Object.fromEntries(rows.map((row) => [row.estimator, row.drawn]))
  expect(drawn).toMatchObject({ broadcast: null, exact: null, counterfactual: 400, vine: 400 })
})

test('is the same for the same seed', async () => {
  const of = async (seed: number) => (await rowsOf({ seed, replayedGroups: 20 })).map((row) => [row.scale, row.variance, row.requests])
  expect(await of(1)).toEqual(await of(1))
  expect(await of(1)).not.toEqual(await of(2))
})

test('drawn groups come near to every group', async () => {
  const drawn = await measureEstimator(solved, estimators.rloo, { ...settings, mostGroups: 35 })
  const every = await measureEstimator(solved, estimators.rloo, { ...settings, mostGroups: 36 })
  expect([drawn.isExact, drawn.drawn, every.isExact, every.drawn]).toEqual([false, 35, true, null])
  expect(drawn.scale).not.toBe(every.scale)
  const many = measureExact(solved, { ...settings, executions: 8, mostGroups: 4_000 })
  expect(many.isExact).toBe(false)
  expect(many.scale).toBeCloseTo(1, 1)
  expect(many.bias).toBeLessThan(0.05)
})

test.each(['trajectory', 'execution', 'call'] as const)('replays are weighted by %s as other rows are', async (weighting) => {
  // In expectation vine gives exact advantages: weights are all that is left to differ.
  const loop = solvedProgram('loop')
  const [counted, exact] = [
    await measureEstimator(loop, estimators.vine, { ...settings, weighting, mostGroups: 10_000, replayedGroups: 1 }),
    measureExact(loop, { ...settings, weighting, mostGroups: 10_000 }),
  ]
  counted.expectation.forEach((value, parameter) => {
    expect(value).toBeCloseTo(exact.expectation[parameter] ?? NaN, 10)
  })
})
