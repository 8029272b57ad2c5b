import type { CreditTableRow, MeasureSettings } from '../../trainer/credit-oracle/index.ts'

/** What `mas credit --json` prints, version 1. */
export interface CreditJson {
  readonly version: 1
  readonly seed: number
  readonly executions: number
  readonly normalisation: MeasureSettings['normalisation']
  readonly weighting: MeasureSettings['weighting']
  readonly rows: readonly {
    readonly program: string
    readonly estimator: CreditTableRow['estimator']
    readonly scale: number
    readonly bias: number
    readonly variance: number
    readonly variance_at_equal_requests: number
    readonly rank_correlation: number
    readonly requests: number
    /** Whether `scale` and `bias` are exact. */
    readonly exact: boolean
    /** Groups that the other figures are means over; `null` where they are exact too. */
    readonly drawn_groups: number | null
  }[]
}

export const creditJson = ({ seed, executions, normalisation, weighting }: MeasureSettings, rows: readonly CreditTableRow[]): CreditJson => ({
  version: 1,
  seed,
  executions,
  normalisation,
  weighting,
  rows: rows.map((row) => ({
    program: row.program,
    estimator: row.estimator,
    scale: row.scale,
    bias: row.bias,
    variance: row.variance,
    variance_at_equal_requests: row.varianceAtEqualRequests,
    rank_correlation: row.rankCorrelation,
    requests: row.requests,
    exact: row.isExact,
    drawn_groups: row.drawn,
  })),
})
