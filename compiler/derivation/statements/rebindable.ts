import { someType } from '../../types/index.ts'
import type { Type } from '../../types/index.ts'
import type { BlockShape } from '../goals/block-shape.ts'
import type { LocalName } from '../machine/scope.ts'
import type { State } from '../machine/state.ts'

interface PlacedName extends LocalName {
  readonly position: number
}

/** Lists are not bound again: a name's first value gives it a bound that a later one might exceed. */
export const isRebindable = (type: Type): boolean => !someType(type, ({ kind }) => kind === 'list')

/**
 * The names that may be bound again here: those from outside the block, since inside it a new name says the same, but
 * neither parameters nor items. While a block around here has its own name still to bind, none other from outside of it.
 */
export const rebindableNames = (
  { outer, readOnly }: Pick<BlockShape, 'outer' | 'readOnly'>,
  { scope, targets }: State,
): readonly PlacedName[] =>
  scope.names.flatMap((name, position) => {
    const isOutside = position < outer && position >= readOnly && name.role === 'variable' && isRebindable(name.type)
    return isOutside && targets.every((target) => position >= target.outer || position === target.name)
      ? [{ ...name, position }]
      : []
  })
