import { blocksOf, isPureTool } from '../graph/index.ts'
import type { Graph, Node } from '../graph/index.ts'

/** Whether the node reaches an impure tool, through the tools of its agents too. */
export function hasEffect(graph: Graph, node: Node): boolean {
  switch (node.kind) {
    case 'agent':
      return !isPureTool(graph, { kind: 'agent', agent: node.agent })
    case 'tool':
      return !isPureTool(graph, { kind: 'tool', tool: node.tool })
    default:
      return blocksOf(node).some((block) => block.nodes.some((inner) => hasEffect(graph, inner)))
  }
}
