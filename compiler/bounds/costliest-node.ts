import { blocksOf } from '../graph/index.ts'
import type { Block, NodeName } from '../graph/index.ts'
import { agentBounds } from './agent-bounds.ts'
import type { UnboundedGraph } from './bounds-of.ts'

/** The agent node that adds most to the bound of a graph, all its loops counted; `null` where there is none. */
export function costliestNode(graph: UnboundedGraph): { readonly name: NodeName; readonly calls: number } | null {
  let costliest: { readonly name: NodeName; readonly calls: number } | null = null
  const visit = (block: Block, factor: number): void => {
    for (const node of block.nodes) {
      if (node.kind === 'agent') {
        const calls = factor * agentBounds(graph, node.agent).calls
        if (costliest === null || calls > costliest.calls) costliest = { name: node.name, calls }
      }
      const inner = 'maximum' in node ? node.maximum : node.kind === 'sample' ? node.count : 1
      for (const inside of blocksOf(node)) visit(inside, factor * inner)
    }
  }
  visit(graph.body, 1)
  return costliest
}
