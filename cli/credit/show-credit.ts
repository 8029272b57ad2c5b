import type { CreditProgram, CreditTableRow, MeasureSettings } from '../../trainer/credit-oracle/index.ts'
import { mean } from '../../trainer/statistics/index.ts'
import { countOf } from '../text/count-of.ts'
import { showTable } from '../text/show-table.ts'

interface Measure {
  readonly name: string
  readonly of: (row: CreditTableRow) => number
  readonly digits: number
}

const measures: readonly Measure[] = [
  { name: 'scale', of: (row) => row.scale, digits: 2 },
  { name: 'bias', of: (row) => row.bias, digits: 3 },
  { name: 'variance', of: (row) => row.variance, digits: 2 },
  { name: 'at equal requests', of: (row) => row.varianceAtEqualRequests, digits: 2 },
  { name: 'rank correlation', of: (row) => row.rankCorrelation, digits: 2 },
  { name: 'requests', of: (row) => row.requests, digits: 1 },
]

/** The estimators over all programs, then each measure by program. */
export function showCredit(programs: readonly CreditProgram[], settings: MeasureSettings, rows: readonly CreditTableRow[]): string {
  const estimators = [...new Set(rows.map(({ estimator }) => estimator))]
  const { executions, normalisation, weighting, seed } = settings
  const cell = ({ of, digits }: Measure, own: readonly CreditTableRow[]): string => shown(mean(own.map(of)), digits)
  const title = programs.length === 1 ? (programs[0]?.name ?? '') : `mean of ${countOf(programs.length, 'program')}`
  const summary = [
    [title, ...measures.map(({ name }) => name)],
    ...estimators.map((estimator) => {
      const own = rows.filter((row) => row.estimator === estimator)
      return [estimator === 'exact' ? 'exact advantages' : estimator, ...measures.map((measure) => cell(measure, own))]
    }),
  ]
  const drawn = [...new Set(rows.filter((row) => !row.isExact).map((row) => row.program))]
  const byProgram = measures.map((measure) => [
    [measure.name, ...estimators],
    ...programs.map(({ name }) => [
      name,
      ...estimators.map((estimator) => cell(measure, rows.filter((row) => row.program === name && row.estimator === estimator))),
    ]),
  ])
  return [
    `${countOf(executions, 'execution')} of each design, ${normalisation}, weighted by ${weighting}, seed ${seed}`,
    '',
    showTable(summary),
    ...(programs.length === 1 ? [] : byProgram.map(showTable)),
    `Variance, rank correlation and requests of estimators that replay are of ${settings.replayedGroups} drawn groups.`,
    ...(drawn.length === 0 ? [] : [`${drawn.join(', ')}: more than ${settings.mostGroups} groups; all figures are of so many drawn ones.`]),
    '',
    ...programs.map(({ name, shows }) => `${name}: ${shows}`),
    '',
  ].join('\n')
}

/** Rounding must not show a zero with a sign. */
const shown = (value: number, digits: number): string => value.toFixed(digits).replace(/^-(0(\.0*)?)$/, '$1')
