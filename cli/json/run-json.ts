import type { Bounds, Change, OptimisedGraph } from '../../compiler/index.ts'
import type { Usage } from '../../runtime/index.ts'
import type { FinishedRun, ShownOutcome } from '../run/finished-run.ts'

/** What `mas run --json` prints, version 1. An attempt is a transport try of a request. */
export interface RunJson {
  readonly version: 1
  readonly seed: number
  /** With `--optimise`. */
  readonly optimised?: { readonly written_bounds: Bounds; readonly bounds: Bounds; readonly changes: readonly Change[] }
  readonly results: readonly {
    readonly id?: string
    readonly outcome: ShownOutcome
    readonly usage: Usage
    /** Nodes whose text was cut off at `max_tokens`. */
    readonly truncated?: readonly string[]
  }[]
}

export function runJson(runs: readonly FinishedRun[], seed: number, made: OptimisedGraph | null): RunJson {
  return {
    version: 1,
    seed,
    ...(made === null ? {} : { optimised: { written_bounds: made.writtenBounds, bounds: made.graph.bounds, changes: made.changes } }),
    results: runs.map(({ task, outcome, usage, truncated }) => ({
      ...(task === null ? {} : { id: task }),
      outcome,
      usage,
      ...(truncated.length === 0 ? {} : { truncated }),
    })),
  }
}
