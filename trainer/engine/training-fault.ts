/** What a hard error of the engine is about. */
export type TrainingFaultKind =
  | 'not-finite-loss'
  | 'not-finite-gradient'
  | 'not-finite-weight'
  | 'not-finite-logits'
  | 'log-probability-mismatch'
  | 'token-out-of-range'
  | 'row-too-long'
  | 'row-shape'
  | 'illegal-token'
  | 'no-legal-token'
  | 'greedy-row'
  | 'future-version'
  | 'empty-batch'
  | 'wrong-shape'
  | 'wrong-backend'
  // What the guards of a rollout say: they name rows in the order of its records.
  | 'mixed-group'
  | 'group-of-one'
  | 'inexact-tokens'
  | 'stale-version'
  | 'not-a-number'
  | 'all-failed'
  | 'all-wrong'
  // What is measured would be wrong.
  | 'scorer-failed'

/**
 * Training or sampling must not go on: the numbers, or the rows handed over, are wrong. It is a fault of the caller or of
 * the settings (a learning rate that diverges), never an outcome to be averaged away.
 */
export class TrainingFault extends Error {
  readonly kind: TrainingFaultKind
  /** Positions of the offending rows in the batch that was handed over; empty where the fault is not a row's. */
  readonly rows: readonly number[]

  constructor(kind: TrainingFaultKind, message: string, rows: readonly number[] = []) {
    super(rows.length === 0 ? message : `${message} (${nameRows(rows)})`)
    this.name = 'TrainingFault'
    this.kind = kind
    this.rows = rows
  }
}

const namedRows = 8

function nameRows(rows: readonly number[]): string {
  const named = rows.slice(0, namedRows).join(', ')
  const rest = rows.length - namedRows
  return `${rows.length === 1 ? 'row' : 'rows'} ${named}${rest > 0 ? ` and ${rest} more` : ''}`
}
