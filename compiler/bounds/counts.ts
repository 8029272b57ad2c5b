import type { Block, Bounds, Node } from '../graph/index.ts'
import { agentBounds } from './agent-bounds.ts'
import type { UnboundedGraph } from './bounds-of.ts'

/** Bounds that add up; `depth` does not. */
export type Counts = Omit<Bounds, 'depth'>

const none: Counts = { calls: 0, tool_calls: 0, tokens: 0 }

export function countBlock(graph: UnboundedGraph, block: Block): Counts {
  return block.nodes.map((node) => countNode(graph, node)).reduce(add, none)
}

/** Everything adds; branches count the larger per measure; loops multiply by their static bound. */
export function countNode(graph: UnboundedGraph, node: Node): Counts {
  const within = (block: Block) => countBlock(graph, block)
  switch (node.kind) {
    case 'agent': {
      const { calls, tool_calls, tokens } = agentBounds(graph, node.agent)
      return { calls, tool_calls, tokens }
    }
    case 'tool':
      return { calls: 0, tool_calls: 1, tokens: 0 }
    case 'compute':
    case 'assert':
    case 'stop':
      return none
    case 'if':
      return larger(within(node.then), within(node.else))
    case 'match':
      return node.arms.map((arm) => within(arm.block)).reduce(larger, none)
    case 'repeat':
    case 'for':
    case 'each':
      return times(node.maximum, within(node.body))
    case 'sample':
      return times(node.count, within(node.body))
    case 'otherwise':
      return add(within(node.attempt), within(node.fallback))
    case 'lazy':
      return within(node.right)
  }
}

const add = (a: Counts, b: Counts): Counts => ({
  calls: a.calls + b.calls,
  tool_calls: a.tool_calls + b.tool_calls,
  tokens: a.tokens + b.tokens,
})

const larger = (a: Counts, b: Counts): Counts => ({
  calls: Math.max(a.calls, b.calls),
  tool_calls: Math.max(a.tool_calls, b.tool_calls),
  tokens: Math.max(a.tokens, b.tokens),
})

const times = (factor: number, counts: Counts): Counts => ({
  calls: factor * counts.calls,
  tool_calls: factor * counts.tool_calls,
  tokens: factor * counts.tokens,
})
