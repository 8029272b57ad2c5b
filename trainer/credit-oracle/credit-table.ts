import { estimatorNames, estimators } from '../credit/index.ts'
import type { EstimatorName } from '../credit/index.ts'
import type { CreditProgram } from './credit-program.ts'
import { measureEstimator, measureExact } from './measure-estimator.ts'
import type { Measurement } from './measure-estimator.ts'
import type { MeasureSettings } from './measure-settings.ts'
import { solveProgram } from './solve-program.ts'

/** One estimator on one program; `exact`: the exact advantages in its place. */
export interface CreditTableRow extends Omit<Measurement, 'expectation'> {
  readonly program: string
  readonly estimator: EstimatorName | 'exact'
  /** The variance, times the requests, relative to those of the executions alone: more executions would have brought it down as well. */
  readonly varianceAtEqualRequests: number
}

/** Measures every estimator on the programs; the rows of each program come when it is done. */
export async function* creditTable(programs: readonly CreditProgram[], settings: MeasureSettings): AsyncGenerator<readonly CreditTableRow[]> {
  for (const program of programs) {
    const solved = await solveProgram(program)
    const exact = measureExact(solved, settings)
    const rows: CreditTableRow[] = []
    for (const name of estimatorNames) {
      rows.push(rowOf(program, name, await measureEstimator(solved, estimators[name], settings), exact.requests))
    }
    yield [...rows, rowOf(program, 'exact', exact, exact.requests)]
  }
}

function rowOf({ name }: CreditProgram, estimator: CreditTableRow['estimator'], measured: Measurement, plainRequests: number): CreditTableRow {
  const { scale, bias, variance, rankCorrelation, requests, isExact, drawn } = measured
  const varianceAtEqualRequests = (variance * requests) / plainRequests
  return { program: name, estimator, scale, bias, variance, varianceAtEqualRequests, rankCorrelation, requests, isExact, drawn }
}
