import type { Graph } from '../../../compiler/graph/index.ts'
import type { ExecutionTrace } from '../execution-trace.ts'
import { whole } from './demand.ts'
import { InfluenceWalk, MissingTrace } from './influence-walk.ts'

/**
 * The agent calls of an execution that could not have influenced its outcome or its cost, whatever they had replied: node
 * instances whose value went nowhere. A value goes somewhere when it reaches the result, a decision that was taken, an argument
 * of a call that had influence, or something that could have failed.
 *
 * In doubt a call had influence. So it never discards a call that could have failed by its own reply (its result is no text),
 * that has tools, or whose length a budget counts; and where the trace lacks what a region did, or holds a node that the graph
 * does not lead to, it discards nothing.
 * Computing with a value counts as needing all of it: every ballot of a `vote` had influence.
 */
export function discardedCalls(graph: Graph, trace: ExecutionTrace): ReadonlySet<string> {
  const walk = new InfluenceWalk(graph, trace)
  try {
    walk.block(
      graph.body,
      [],
      graph.body.outputs.map(() => whole),
      [],
    )
  } catch (error) {
    if (error instanceof MissingTrace) return new Set()
    throw error
  }
  const isComplete = [...trace.ends.keys()].every((instance) => walk.visited.has(instance))
  return isComplete ? walk.discarded : new Set()
}
