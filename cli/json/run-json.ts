import type { Bounds, Change, OptimisedGraph } from '../../compiler/index.ts'
import type { Usage } from '../../runtime/index.ts'
import type { FinishedRun, ShownOutcome } from '../run/finished-run.ts'

/** What `mas run --json` prints, version 1. An attempt is a transport try of a request. */
export interface RunJson {
  readonly version: 1
  readonly seed: number
  /** Where the run is kept in a journal. */
  readonly run_id?: string
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

export interface RunOrigin {
  /** The name under which the runs are kept. */
  readonly runId: string | null
  /** What was made of the written graph, where it was optimised. */
  readonly made: OptimisedGraph | null
}

export function runJson(runs: readonly FinishedRun[], seed: number, { runId, made }: RunOrigin): RunJson {
  return {
    version: 1,
    seed,
    ...(runId === null ? {} : { run_id: runId }),
    ...(made === null ? {} : { optimised: { written_bounds: made.writtenBounds, bounds: made.graph.bounds, changes: made.changes } }),
    results: runs.map(({ task, outcome, usage, truncated }) => ({
      ...(task === null ? {} : { id: task }),
      outcome,
      usage,
      ...(truncated.length === 0 ? {} : { truncated }),
    })),
  }
}
