import type { Graph } from '../../compiler/index.ts'
import { executionHeader } from '../journal/execution-header.ts'
import type { BegunExecution, JournalOfRun } from '../journal/journal.ts'
import { defaultRetryPolicy } from '../model/retry.ts'
import type { RecordValue } from '../values/record.ts'
import type { RunSettings } from './run-options.ts'

/** Where a run is kept. */
export interface Keeper {
  /** The journal's file, for messages. */
  readonly file: string
  /** Begins the run there, or goes on with it. */
  begin(inputs: RecordValue, now: number): BegunExecution
}

/** Keeps the run of a graph in a journal. */
export const keeperOf = (
  { journal, task }: JournalOfRun,
  graph: Graph,
  { seed, models, tools = new Map(), limits = {} }: RunSettings,
): Keeper => ({
  file: journal.file,
  begin: (inputs, now) => {
    const retries = limits.retries ?? defaultRetryPolicy
    return journal.begin(task, executionHeader({ graph, inputs, seed, models, tools, retries }), now)
  },
})
