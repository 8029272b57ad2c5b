import type { CallRecord } from '../records/index.ts'
import type { RolloutTree } from './rollout-tree.ts'

/** All records of the trees, in order: of each design its own calls, then those of its executions. */
export const recordsOf = (trees: readonly RolloutTree[]): readonly CallRecord[] =>
  trees.flatMap((tree) =>
    tree.designs.flatMap((design) => [...design.calls, ...design.executions.flatMap((execution) => execution.calls)]),
  )
