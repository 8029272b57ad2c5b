import type { Expression, Statement } from '../../../grammar/index.ts'
import type { Step } from './position.ts'

/** What an option stands for in the syntax tree: how it is written, and how it is recognised. */
export type Part =
  | {
      readonly kind: 'expression'
      readonly write: (writer: Writer) => Expression
      /** The pieces for the option's goals in order; `null` where the expression is no such one. */
      readonly read: (expression: Expression, names: SourceNames) => readonly Piece[] | null
    }
  | {
      readonly kind: 'statement'
      readonly write: (writer: Writer) => Statement
      readonly read: (statement: Statement, names: SourceNames) => readonly Piece[] | null
      /** Whether its block ends with it. */
      readonly last: boolean
    }
  | { readonly kind: 'end' }
  | { readonly kind: 'yield' }
  | { readonly kind: 'integer'; readonly value: number }
  | { readonly kind: 'name'; readonly name: string }

/** Hands out what the next choices stand for, in order. */
export interface Writer {
  readonly expression: () => Expression
  readonly statements: () => readonly Statement[]
  /** The statements of an `each`, and what it yields. */
  readonly yielding: () => { readonly body: readonly Statement[]; readonly result: Expression }
  readonly integer: () => number
  /** The next choice as it is: a name. */
  readonly step: () => Step
  /** The name that the next binding gets; nothing is consumed. */
  readonly nextName: () => string
}

/** What stands in a given program where a goal asks. */
export type Piece =
  | { readonly kind: 'expression'; readonly expression: Expression }
  | { readonly kind: 'statements'; readonly statements: readonly Statement[]; readonly result: Expression | null }
  | { readonly kind: 'integer'; readonly value: number }
  /** `null` where any name will do. */
  | { readonly kind: 'name'; readonly name: string | null }
  /** The name in the given program of what is introduced next; no goal asks for it. */
  | { readonly kind: 'introduces'; readonly name: string }

/** What the names of a given program are called in the derived one. */
export interface SourceNames {
  /** `null` where it has no value here. */
  readonly derived: (name: string) => string | null
}
