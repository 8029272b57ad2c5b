import type { Block, Graph, Node } from './graph.ts'
import { blocksOf } from './reads.ts'

/**
 * Whether later nodes of the block wait for this one although they may read nothing of it: an `assert`, a `stop`, and a
 * region with a `stop` that leaves the loop around it.
 */
export function isDecision(node: Node): boolean {
  switch (node.kind) {
    case 'assert':
    case 'stop':
      return true
    default:
      return mayStop(node)
  }
}

/** Whether the node may leave the loop around it: a `stop`, at any depth of branches. */
function mayStop(node: Node): boolean {
  if (node.kind === 'stop') return true
  return (node.kind === 'if' || node.kind === 'match') && blocksOf(node).some((block) => block.nodes.some(mayStop))
}

/** Whether the node is, or reaches, a call of a tool that is not pure: it then waits for everything before it. */
export function isImpure(node: Node, tools: Graph['tools']): boolean {
  if (node.kind === 'tool') return tools[node.tool]?.pure !== true
  return blocksOf(node).some((block) => isImpureBlock(block, tools))
}

export function isImpureBlock(block: Block, tools: Graph['tools']): boolean {
  return block.nodes.some((node) => isImpure(node, tools))
}
