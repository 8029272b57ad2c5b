import type { Usage } from '../../runtime/index.ts'
import type { FinishedRun, ShownOutcome } from '../run/finished-run.ts'

/** What `mas run --json` prints, version 1. An attempt is a transport try of a request. */
export interface RunJson {
  readonly version: 1
  readonly seed: number
  readonly results: readonly {
    readonly id?: string
    readonly outcome: ShownOutcome
    readonly usage: Usage
    /** Nodes whose text was cut off at `max_tokens`. */
    readonly truncated?: readonly string[]
  }[]
}

export function runJson(runs: readonly FinishedRun[], seed: number): RunJson {
  return {
    version: 1,
    seed,
    results: runs.map(({ task, outcome, usage, truncated }) => ({
      ...(task === null ? {} : { id: task }),
      outcome,
      usage,
      ...(truncated.length === 0 ? {} : { truncated }),
    })),
  }
}
