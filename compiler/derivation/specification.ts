import type { Bounds } from '../graph/index.ts'
import type { Type } from '../types/index.ts'

/** What programs are to be derived: what they may call, what they are made of, and what they may cost. */
export interface DerivationSpecification {
  /** Declarations in `.mas` text; the workflow stands after them. */
  readonly preamble: string
  readonly callees: readonly Callee[]
  readonly workflow: DerivedWorkflow
  readonly constructs: Constructs
  readonly limits: Limits
}

/** The workflow to be written. */
export interface DerivedWorkflow {
  readonly name: string
  readonly parameters: readonly { readonly name: string; readonly type: Type }[]
  readonly result: Type
}

/** Something declared before the workflow that it may call. */
export interface Callee {
  readonly kind: 'agent' | 'tool' | 'workflow'
  readonly name: string
  /** Optional ones at the end may be left out. */
  readonly parameters: readonly { readonly name: string; readonly type: Type }[]
  readonly result: Type
  /** What one call costs at most. */
  readonly bounds: Bounds
  /** Whether it reaches a tool that is not `pure`: loops over it then run in order. */
  readonly ordered: boolean
}

export const statementKinds = [
  'bind',
  'copy',
  'rebind',
  'repeat',
  'for',
  'stop',
  'if',
  'if_else',
  'if_return',
  'match',
  'match_return',
  'assert',
] as const

/** The kinds of statement that can be left out of a space; `return`, `yield` and the end of a block are always there. */
export type StatementKind = (typeof statementKinds)[number]

export const expressionKinds = [
  'name',
  'string',
  'integer',
  'boolean',
  'none',
  'member',
  'call',
  'builtin',
  'sample',
  'each',
  'otherwise',
  'default',
  'present',
  'equal',
  'order',
  'logic',
  'arithmetic',
  'list',
  'record',
  'field',
] as const

export type ExpressionKind = (typeof expressionKinds)[number]

export interface Constructs {
  readonly statements: readonly StatementKind[]
  readonly expressions: readonly ExpressionKind[]
  readonly builtins: readonly string[]
  /** Counts of `repeat` and `sample`, lengths of lists, and whole numbers in expressions. */
  readonly integers: readonly number[]
  /** Texts as they are written, without quotes; each `{{}}` in one is an insertion of a string. */
  readonly strings: readonly string[]
  /** The types that a name may hold; all that can come up where it is left out. */
  readonly bindings?: readonly Type[]
}

/**
 * What a whole program may cost at most, by the language's own static bounds: a call inside `repeat max 5` counts five times.
 * `depth` is bounded as though every statement waited for the one before it.
 */
export interface Limits extends Partial<Omit<Bounds, 'calls'>> {
  readonly calls: number
  readonly statements: number
  /** How many blocks may stand inside one another. */
  readonly nesting: number
  /** How many expressions may stand inside one another, counting neither names nor literals. */
  readonly expressionDepth: number
  /** How many values may wait to be read at a time; 2 where it is left out. */
  readonly unread?: number
  /** How many names of one stem (`answer`, `answer2`) may be visible at a time; 2 where it is left out. */
  readonly namesakes?: number
}
