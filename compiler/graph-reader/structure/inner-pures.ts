import type { Pure } from '../../graph/index.ts'
import { pointerTo } from '../pointer.ts'
import type { PlacedPure } from './placed-operands.ts'

/** The expressions directly inside another one, but for those in the parts of a text. */
export function innerPures(pure: Pure, place: string): readonly PlacedPure[] {
  const at = (inner: Pure, ...steps: readonly (string | number)[]): PlacedPure => ({
    pure: inner,
    place: pointerTo(place, ...steps),
  })
  switch (pure.kind) {
    case 'constant':
    case 'value':
    case 'text':
      return []
    case 'field':
      return [at(pure.of, 'of')]
    case 'index':
      return [at(pure.of, 'of'), at(pure.index, 'index')]
    case 'list':
      return pure.items.map((item, position) => at(item, 'items', position))
    case 'record':
      return [
        ...(pure.spread === null ? [] : [at(pure.spread, 'spread')]),
        ...pure.fields.map(({ value }, position) => at(value, 'fields', position, 'value')),
      ]
    case 'not':
    case 'negate':
      return [at(pure.operand, 'operand')]
    case 'binary':
    case 'and':
    case 'or':
    case 'default':
      return [at(pure.left, 'left'), at(pure.right, 'right')]
    case 'builtin':
      return pure.arguments.map((argument, position) => at(argument, 'arguments', position))
  }
}
