import type { CallRecord } from '../records/index.ts'
import { faultOfRows } from './fault-of-rows.ts'

/**
 * Throws a `TrainingFault` that names the rows whose recorded log-probabilities differ from a recomputation by more than the
 * tolerance, in nats: their tokens, masks, temperature or version are not those that they were sampled with.
 */
export function guardLogProbabilities(
  records: readonly CallRecord[],
  recomputed: readonly (readonly number[])[],
  tolerance: number,
): void {
  faultOfRows(
    'log-probability-mismatch',
    `Recorded log-probabilities differ from a recomputation by more than ${tolerance}`,
    records,
    ({ logProbabilities }, position) => {
      const again = recomputed[position] ?? []
      const agrees = logProbabilities.every((recorded, token) => Math.abs(recorded - (again[token] ?? NaN)) <= tolerance)
      return !agrees || again.length !== logProbabilities.length
    },
  )
}
