import type { Node } from './graph.ts'
import type { Pure } from './pure.ts'

/** The expressions that a node evaluates itself, before or without running its blocks. */
export function operandsOf(node: Node): readonly Pure[] {
  switch (node.kind) {
    case 'agent':
    case 'tool':
      return node.arguments
    case 'compute':
      return [node.expression]
    case 'assert':
      return node.message === null ? [node.condition] : [node.condition, node.message]
    case 'stop':
      return [node.condition, ...node.carried]
    case 'if':
      return [node.condition]
    case 'match':
      return [node.subject]
    case 'repeat':
      return node.carried.map((carried) => carried.initial)
    case 'for':
      return [node.list, ...node.carried.map((carried) => carried.initial)]
    case 'each':
      return [node.list]
    case 'sample':
    case 'otherwise':
      return []
    case 'lazy':
      return [node.left]
  }
}
