import type { Node, Pure } from '../../graph/index.ts'
import { pointerTo } from '../pointer.ts'

export interface PlacedPure {
  readonly pure: Pure
  readonly place: string
}

/** The expressions that a node evaluates itself, as `operandsOf` lists them, with their places. */
export function placedOperandsOf(node: Node, place: string): readonly PlacedPure[] {
  const at = (pure: Pure, ...steps: readonly (string | number)[]): PlacedPure => ({ pure, place: pointerTo(place, ...steps) })
  switch (node.kind) {
    case 'agent':
    case 'tool':
      return node.arguments.map((argument, position) => at(argument, 'arguments', position))
    case 'compute':
      return [at(node.expression, 'expression')]
    case 'assert':
      return [at(node.condition, 'condition'), ...(node.message === null ? [] : [at(node.message, 'message')])]
    case 'stop':
      return [at(node.condition, 'condition'), ...node.carried.map((carried, position) => at(carried, 'carried', position))]
    case 'if':
      return [at(node.condition, 'condition')]
    case 'match':
      return [at(node.subject, 'subject')]
    case 'repeat':
      return node.carried.map(({ initial }, position) => at(initial, 'carried', position, 'initial'))
    case 'for':
      return [at(node.list, 'list'), ...node.carried.map(({ initial }, position) => at(initial, 'carried', position, 'initial'))]
    case 'each':
      return [at(node.list, 'list')]
    case 'sample':
    case 'otherwise':
      return []
    case 'lazy':
      return [at(node.left, 'left')]
  }
}
