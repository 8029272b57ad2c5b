import { isAssignable, typeText, withoutNone } from '../../types/index.ts'
import type { ListType, Type } from '../../types/index.ts'
import type { Naming } from '../machine/goal.ts'
import type { Space } from '../space/space.ts'
import { withoutSizes } from '../space/without-sizes.ts'
import type { ExpressionKind } from '../specification.ts'

/** What may stand at an expression position. */
export interface ExpressionShape {
  readonly type: Type
  /**
   * `fits`: the value's type is assignable to the type. `same`: it is that type, list bounds aside. `within`: as `same`, and no list
   * in it may be longer. `class`: as `within`, and a list of known length has the least bound in the space that it fits; so every
   * value belongs to one type.
   */
  readonly match: 'fits' | 'same' | 'within' | 'class'
  /** How many expressions may still stand inside one another. */
  readonly depth: number
  /** How often it is evaluated at most; `rounds` is how often one after another. */
  readonly times: number
  readonly rounds: number
  readonly naming: Naming | null
  /** The kinds that may stand here; `null` for all but those in `except`. */
  readonly only: readonly ExpressionKind[] | null
  readonly except: readonly ExpressionKind[]
  /** The names that may stand here by themselves, as bits. */
  readonly names: number
  /** Whether it is told apart from `none` right here: conditions before it then do not change what it means. */
  readonly tests: boolean
  /** Whether it stands in a text, where nothing but a builtin may be called. */
  readonly inText: boolean
}

/** The start of an expression with nothing special about it. */
export const plainShape = (type: Type, depth: number, times: number, rounds: number): ExpressionShape => ({
  type,
  match: 'fits',
  depth,
  times,
  rounds,
  naming: null,
  only: null,
  except: [],
  names: -1,
  tests: false,
  inText: false,
})

/** A part of the expression: one level deeper, and nothing of what is special about the whole. */
export const partShape = (whole: ExpressionShape, type: Type, changes: Partial<ExpressionShape> = {}): ExpressionShape => ({
  ...plainShape(type, whole.depth - 1, whole.times, whole.rounds),
  match: partMatch(whole.match),
  inText: whole.inText,
  ...changes,
})

/** How the parts match that the type of the whole comes from: a whole of one type has no part with longer lists. */
export const partMatch = (whole: ExpressionShape['match']): ExpressionShape['match'] => (whole === 'class' ? 'within' : whole)

/** As the whole, but of no other type where the whole may be of another one. */
export const exactMatch = (whole: ExpressionShape['match']): ExpressionShape['match'] =>
  whole === 'fits' ? 'within' : partMatch(whole)

export const shapeKey = (shape: ExpressionShape): string =>
  [
    typeText(shape.type),
    shape.match,
    shape.depth,
    shape.times,
    shape.rounds,
    shape.naming ?? '',
    shape.only?.join('+') ?? '',
    shape.except.join('+'),
    shape.names,
    shape.tests ? 'tests' : '',
    shape.inText ? 'text' : '',
  ].join('/')

/** Whether a value of the type may stand there. */
export function fitsShape({ type: wanted, match }: ExpressionShape, type: Type): boolean {
  switch (match) {
    case 'fits':
      return isAssignable(type, wanted)
    case 'same':
      return typeText(withoutSizes(type)) === typeText(withoutSizes(wanted))
    case 'within':
      return typeText(withoutSizes(type)) === typeText(withoutSizes(wanted)) && isAssignable(type, wanted)
    case 'class':
      return typeText(type) === typeText(wanted)
  }
}

/** The list type that is wanted; `null` where it is none. */
export function wantedList({ type, match }: ExpressionShape): ListType | null {
  const inner = match === 'fits' ? withoutNone(type) : type
  return inner.kind === 'list' ? inner : null
}

/** Whether a list of at most so many items may stand there, as far as their number goes. */
export function fitsCount(space: Space, shape: ExpressionShape, count: number): boolean {
  const list = wantedList(shape)
  const size = list?.size ?? null
  const bound = size?.kind === 'number' ? size.value : null
  switch (shape.match) {
    case 'fits':
    case 'within':
      return bound === null || count <= bound
    case 'same':
      return true
    case 'class':
      return list !== null && space.boundFor(list.element, count) === bound
  }
}

/** Whether a bounded list is wanted of which it has to be known how long it may get. */
export const isBoundedClass = (shape: ExpressionShape): boolean =>
  shape.match === 'class' && (wantedList(shape)?.size ?? null) !== null
