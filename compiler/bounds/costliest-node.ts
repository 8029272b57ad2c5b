import { blocksOf, timesInARow } from '../graph/index.ts'
import type { Block, Node, NodeName } from '../graph/index.ts'
import { agentBounds } from './agent-bounds.ts'
import type { UnboundedGraph } from './bounds-of.ts'

export interface CostliestNode {
  readonly name: NodeName
  /** What it adds, all its loops counted. */
  readonly cost: number
}

/** The agent node that adds most to the bound of a graph, the first of equals; `null` where there is none. */
export function costliestNode(graph: UnboundedGraph, measure: 'calls' | 'depth'): CostliestNode | null {
  let costliest: CostliestNode | null = null
  const visit = (block: Block, factor: number): void => {
    for (const node of block.nodes) {
      if (node.kind === 'agent') {
        const cost = factor * agentBounds(graph, node.agent)[measure]
        if (costliest === null || cost > costliest.cost) costliest = { name: node.name, cost }
      }
      for (const inside of blocksOf(node)) visit(inside, factor * timesOf(node, measure))
    }
  }
  visit(graph.body, 1)
  return costliest
}

/** How often the node's blocks run; for `depth`, how often one after another. */
function timesOf(node: Node, measure: 'calls' | 'depth'): number {
  switch (node.kind) {
    case 'repeat':
    case 'for':
      return node.maximum
    case 'each':
      return measure === 'calls' ? node.maximum : timesInARow(node)
    case 'sample':
      return measure === 'calls' ? node.count : timesInARow(node)
    default:
      return 1
  }
}
