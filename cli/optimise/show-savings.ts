import type { OptimisedGraph } from '../../compiler/index.ts'
import { countOf } from '../text/count-of.ts'
import type { FinishedRun } from '../run/finished-run.ts'

/** What optimising a run's graph was good for: the requests that its bound fell by, and those that certain votes saved. */
export function savingsText({ graph, writtenBounds }: OptimisedGraph, runs: readonly FinishedRun[]): string {
  const saved = runs.reduce((sum, { usage }) => sum + usage.saved_requests, 0)
  const bound = `bound of ${graph.bounds.calls} requests in place of ${writtenBounds.calls}`
  return `optimised: ${bound}; votes that were certain early saved ${countOf(saved, 'request')}`
}
