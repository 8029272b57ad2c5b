import type { Block, Node } from './graph.ts'

/** The node with other blocks in the places of its own, which are counted as in `blocksOf`. */
export function withBlocks(node: Node, change: (block: Block, position: number) => Block): Node {
  switch (node.kind) {
    case 'agent':
    case 'tool':
    case 'compute':
    case 'assert':
    case 'stop':
      return node
    case 'if':
      return { ...node, then: change(node.then, 0), else: change(node.else, 1) }
    case 'match':
      return { ...node, arms: node.arms.map((arm, position) => ({ ...arm, block: change(arm.block, position) })) }
    case 'repeat':
    case 'for':
    case 'each':
    case 'sample':
      return { ...node, body: change(node.body, 0) }
    case 'otherwise':
      return { ...node, attempt: change(node.attempt, 0), fallback: change(node.fallback, 1) }
    case 'lazy':
      return { ...node, right: change(node.right, 0) }
  }
}
