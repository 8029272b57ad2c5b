import type { Type } from '../../types/index.ts'
import type { Scope } from '../machine/scope.ts'

/** A name that holds a list of known bound. */
export interface BoundedList {
  readonly name: string
  readonly position: number
  readonly element: Type
  readonly bound: number
}

export const boundedLists = (scope: Scope): readonly BoundedList[] =>
  scope.names.flatMap(({ name, type }, position) =>
    type.kind === 'list' && type.size?.kind === 'number'
      ? [{ name, position, element: type.element, bound: type.size.value }]
      : [],
  )
