import { blocksOf, isDecision, isImpure, nodeReads, resultsOf } from '../graph/index.ts'
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
    const reads = [...nodeReads(node)].map((id) => ready.get(id) ?? 0)
    const before = isImpure(node, graph.tools) ? end : decided
    const finished = Math.max(before, ...reads) + ownDepth(graph, node)
    for (const id of resultsOf(node)) ready.set(id, finished)
    if (isDecision(node)) decided = Math.max(decided, finished)
    end = Math.max(end, finished)
  }
  return end
}

/** The requests that depend on each other inside the node. */
function ownDepth(graph: UnboundedGraph, node: Node): number {
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
      return Math.max(0, ...blocksOf(node).map(within))
    case 'repeat':
    case 'for':
      return node.maximum * within(node.body)
    case 'each':
      return (node.ordered ? node.maximum : 1) * within(node.body)
    case 'sample':
      return (node.ordered ? node.count : 1) * within(node.body)
    case 'otherwise':
      return within(node.attempt) + within(node.fallback)
    case 'lazy':
      return within(node.right)
  }
}
