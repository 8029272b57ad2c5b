import { blocksOf, mayFail } from '../graph/index.ts'
import type { Block, Graph, Node } from '../graph/index.ts'
import { actsByItself } from './acts-by-itself.ts'
import { hasEffect } from './has-effect.ts'

/** Whether the block has no effect, and fails only where a call in it fails. What `otherwise` catches may fail in any way. */
export const failsByCallsOnly = (graph: Graph, block: Block): boolean =>
  !block.outputs.some(mayFail) && block.nodes.every((node) => nodeFailsByCallsOnly(graph, node))

function nodeFailsByCallsOnly(graph: Graph, node: Node): boolean {
  if (node.kind === 'otherwise') {
    return !node.attempt.nodes.some((inner) => hasEffect(graph, inner)) && failsByCallsOnly(graph, node.fallback)
  }
  return !actsByItself(graph, node) && blocksOf(node).every((block) => failsByCallsOnly(graph, block))
}
