import { faultOfRows } from '../guards/fault-of-rows.ts'
import { callName, isFiniteRecord } from '../records/index.ts'
import type { CallRecord } from '../records/index.ts'
import { recordsOf } from '../rollout/index.ts'
import type { TrainingStep } from '../training/training-loop.ts'

/**
 * The calls of a step with the advantages that were assigned to those that were learned from, in the order of the trees. Throws a
 * `TrainingFault` that names the rows where one holds what is no number, those of frozen policies too.
 */
export function creditedRecords({ trees, credited }: Pick<TrainingStep, 'trees' | 'credited'>): readonly CallRecord[] {
  const placeOf = (record: CallRecord): string => `${record.policy} ${callName(record)}`
  const advantages = new Map(credited.map(({ record }) => [placeOf(record), record.advantages]))
  const records = recordsOf(trees).map((record) => ({ ...record, advantages: advantages.get(placeOf(record)) ?? null }))
  faultOfRows('not-a-number', 'Records hold what is not a finite number', records, (record) => !isFiniteRecord(record))
  return records
}
