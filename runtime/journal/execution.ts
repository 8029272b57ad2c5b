import type { RunOutcome } from '../events/run-event.ts'
import type { Usage } from '../events/usage.ts'
import type { CommitQueue } from './commit-queue.ts'
import type { Batch } from './journal-entry.ts'
import type { JournalProblem } from './journal-problem.ts'

/** One run of a journal, begun or gone on with. */
export interface Execution {
  /** When it was begun, in seconds since the epoch. */
  readonly started: number
  /** What came in before, in order. */
  readonly history: readonly Batch[]
  /** How it ended, where it has. */
  readonly end: ExecutionEnd | null
  /** `null`: the journal is only read, and nothing is added to it. */
  readonly commits: CommitQueue | null
  /** The value itself where it holds no secret, else a copy with `[key]` in its place. */
  withoutSecrets(value: unknown): unknown
  /** A value as it is stored. Within a transaction: its long texts are written. */
  encode(value: unknown): string
  decode(stored: string): unknown
  /** Adds a batch, within a transaction. */
  append(batch: Batch): void
  /** Writes how the run ended, in a transaction of its own. */
  finish(end: ExecutionEnd): JournalProblem | null
  /** The run is over for this process. */
  release(): void
}

export interface ExecutionEnd {
  readonly outcome: RunOutcome
  readonly usage: Usage
  readonly time: number
}
