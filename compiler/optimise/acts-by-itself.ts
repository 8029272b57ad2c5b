import { mayFail, operandsOf } from '../graph/index.ts'
import type { Graph, Node } from '../graph/index.ts'
import { mostElements } from '../types/index.ts'
import { hasEffect } from './has-effect.ts'

/**
 * Whether the node does more than give values: it has an effect, or what it does besides calling may fail: an `assert`, a step
 * that may fail, a list that may be longer than its loop. What is inside a region is not looked at.
 */
export function actsByItself(graph: Graph, node: Node): boolean {
  switch (node.kind) {
    case 'agent':
    case 'tool':
      return hasEffect(graph, node)
    case 'assert':
    case 'for':
    case 'each':
      return true
    case 'sample':
      return node.count > mostElements
    default:
      return operandsOf(node).some(mayFail)
  }
}
