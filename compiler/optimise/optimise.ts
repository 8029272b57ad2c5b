import { boundsOf } from '../bounds/bounds-of.ts'
import type { Bounds, Graph } from '../graph/index.ts'
import type { Change } from './change.ts'
import { dropUnusedCalls } from './drop-unused-calls.ts'
import { stopVotesEarly } from './early-vote.ts'
import { mergeIdenticalCalls } from './merge-identical-calls.ts'
import type { Pass } from './pass.ts'

/** In the order in which they are made, again and again until nothing changes: what is dropped need not be merged. */
export const optimiserPasses = ['drop-unused-calls', 'merge-identical-calls', 'early-vote'] as const

export type OptimiserPass = (typeof optimiserPasses)[number]

const passOf: Readonly<Record<OptimiserPass, Pass>> = {
  'drop-unused-calls': dropUnusedCalls,
  'merge-identical-calls': mergeIdenticalCalls,
  'early-vote': stopVotesEarly,
}

export interface OptimisedGraph {
  /** With bounds of its own. Nodes that are left keep their names. */
  readonly graph: Graph
  /** What the graph as written could cost. */
  readonly writtenBounds: Bounds
  /** In the order in which they were made; empty where there was nothing to do. */
  readonly changes: readonly Change[]
}

/**
 * A graph that comes to the same outcome with fewer model requests where no call that it leaves out would have failed, and where
 * equal requests at temperature 0 get equal replies. The written graph stays what budgets are checked against.
 */
export function optimise(graph: Graph, passes: readonly OptimiserPass[] = optimiserPasses): OptimisedGraph {
  const chosen = optimiserPasses.filter((name) => passes.includes(name))
  const changes: Change[] = []
  let optimised = graph
  // What one pass leaves may be something for another: where a step is merged that alone kept a region, the region can be dropped.
  for (let before = -1; before < changes.length; ) {
    before = changes.length
    for (const name of chosen) {
      const made = passOf[name](optimised)
      changes.push(...made.changes)
      optimised = { ...optimised, body: made.body }
    }
  }
  return { graph: { ...optimised, bounds: boundsOf(optimised) }, writtenBounds: graph.bounds, changes }
}
