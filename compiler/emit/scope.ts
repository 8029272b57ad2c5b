import type { ValueId } from '../graph/index.ts'
import type { Identifiers } from './identifiers.ts'
import type { Knowledge } from './knowledge.ts'
import type { ValueTypes } from './value-types.ts'

/** The variable that holds a value: the value itself, or a promise of it (or of a list that holds it at an index). */
export type Variable =
  | {
      readonly kind: 'plain'
      readonly name: string
      readonly isConstant: boolean
      /** How the value is written where the variable's type is told. */
      readonly typedText?: string
    }
  | { readonly kind: 'promised'; readonly name: string; readonly index: number | null; readonly wanted: string }

/** What code is written in: the variables that are visible, and what is known of them. */
export interface Scope {
  readonly types: ValueTypes
  readonly names: Identifiers
  /** Paths that were compared with a constant before: TypeScript may have narrowed them. Shared by a whole function. */
  readonly compared: Set<string>
  readonly variables: Map<ValueId, Variable>
  knowledge: Knowledge
}
