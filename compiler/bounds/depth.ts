import { blocksOf, isDecision, isImpure, nodeReads, resultsOf, timesInARow } from '../graph/index.ts'
import type { Block, Node, ValueId } from '../graph/index.ts'
import { agentBounds } from './agent-bounds.ts'
import type { UnboundedGraph } from './bounds-of.ts'

/**
 * Dependent requests from the block's start to its end, with every value from outside ready at 0. A node starts when what
 * it reads is ready and the decisions before it have been taken; one that reaches an impure tool starts after everything
 * before it.
 */
export function blockDepth(graph: UnboundedGraph, block: Block): number {
  const ready = new Map<ValueId, number>()
  let decided = 0
  let end = 0
  for (const node of block.nodes) {
    let start = isImpure(node, graph.tools) ? end : decided
    for (const id of readsToStart(node)) start = Math.max(start, ready.get(id) ?? 0)
    const finished = start + nodeDepth(graph, node)
    for (const id of resultsOf(node)) ready.set(id, finished)
    if (isDecision(node)) decided = Math.max(decided, finished)
    end = Math.max(end, finished)
  }
  return end
}

/** A `stop` is decided by its condition; what it carries is needed only where the loop ends. */
const readsToStart = (node: Node): ReadonlySet<ValueId> =>
  nodeReads(node.kind === 'stop' ? { ...node, carried: [] } : node)

/** The requests that depend on each other inside the node. */
export function nodeDepth(graph: UnboundedGraph, node: Node): number {
  const within = (block: Block) => blockDepth(graph, block)
  switch (node.kind) {
    case 'agent':
      return agentBounds(graph, node.agent).depth
    case 'tool':
    case 'compute':
    case 'assert':
    case 'stop':
      return 0
    case 'if':
    case 'match':
      return blocksOf(node).map(within).reduce((most, depth) => Math.max(most, depth), 0)
    case 'repeat':
    case 'for':
      return node.maximum * within(node.body)
    case 'each':
    case 'sample':
      return timesInARow(node) * within(node.body)
    case 'otherwise':
      return within(node.attempt) + within(node.fallback)
    case 'lazy':
      return within(node.right)
  }
}
