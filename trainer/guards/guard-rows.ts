import { isFiniteRecord } from '../records/index.ts'
import type { CallRecord } from '../records/index.ts'
import { faultOfRows } from './fault-of-rows.ts'

export interface RowLimits {
  /** The current version of each policy that is trained; rows of others are not looked at. */
  readonly versions: ReadonlyMap<string, number>
  /** How many versions older than the current one a row may be. */
  readonly oldest: number
}

/**
 * Throws a `TrainingFault` that names the rows, by place and by position, where rows cannot be learned from: token ids are not
 * exactly those that the model drew, a row is of an older version than allowed or of one that does not exist yet, a row was
 * sampled greedily, a number is none, or lists do not fit each other.
 */
export function guardRows(records: readonly CallRecord[], limits: RowLimits): void {
  const isTrained = (record: CallRecord): boolean => limits.versions.has(record.policy)
  const age = (record: CallRecord): number => (limits.versions.get(record.policy) ?? record.version) - record.version
  const fault = (kind: Parameters<typeof faultOfRows>[0], what: string, isWrong: (record: CallRecord) => boolean): void => {
    faultOfRows(kind, what, records, (record) => isTrained(record) && isWrong(record))
  }
  fault(
    'inexact-tokens',
    'The token ids of rows are not exactly those that the model drew',
    ({ provenance }) => provenance !== 'exact',
  )
  fault(
    'stale-version',
    `Rows are more than ${limits.oldest} versions older than the policy`,
    (record) => age(record) > limits.oldest,
  )
  fault('future-version', 'Rows come from a version that does not exist yet', (record) => age(record) < 0)
  fault(
    'greedy-row',
    'Rows were sampled at temperature 0: their copies are all the same',
    ({ sampling }) => sampling.temperature === 0,
  )
  fault('not-a-number', 'Rows hold what is not a finite number', (record) => !isFiniteRecord(record))
  fault('row-shape', 'Rows have lists that do not fit their tokens', (record) => !hasShape(record))
}

const hasShape = ({ tokens, logProbabilities, masks, advantages }: CallRecord): boolean =>
  [logProbabilities, masks ?? tokens, advantages ?? tokens].every((list) => list.length === tokens.length)
