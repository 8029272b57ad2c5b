import type { Carried, Node } from './graph.ts'
import type { Pure } from './pure.ts'

/** The node with other expressions in the places of those that it evaluates itself: those of `operandsOf`. */
export function withOperands(node: Node, change: (pure: Pure) => Pure): Node {
  const begun = (carried: readonly Carried[]): readonly Carried[] =>
    carried.map(({ value, initial }) => ({ value, initial: change(initial) }))
  switch (node.kind) {
    case 'agent':
    case 'tool':
      return { ...node, arguments: node.arguments.map(change) }
    case 'compute':
      return { ...node, expression: change(node.expression) }
    case 'assert':
      return { ...node, condition: change(node.condition), message: node.message === null ? null : change(node.message) }
    case 'stop':
      return { ...node, condition: change(node.condition), carried: node.carried.map(change) }
    case 'if':
      return { ...node, condition: change(node.condition) }
    case 'match':
      return { ...node, subject: change(node.subject) }
    case 'repeat':
      return { ...node, carried: begun(node.carried) }
    case 'for':
      return { ...node, list: change(node.list), carried: begun(node.carried) }
    case 'each':
      return { ...node, list: change(node.list) }
    case 'sample':
    case 'otherwise':
      return node
    case 'lazy':
      return { ...node, left: change(node.left) }
  }
}
