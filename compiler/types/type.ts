import type { Size } from './size.ts'

/**
 * A type of the language after names are resolved. Records and lists are structural, enums nominal by `id`.
 *
 * - `none` is the type of the literal `none`; it fits every optional.
 * - `never` is the element type of the empty list `[]`; it fits every type.
 * - `parameter` is a type parameter inside a generic workflow.
 * - `unknown` stands where an error was reported; it fits everything, so that one mistake gives one error.
 *
 * @discriminator kind
 */
export type Type =
  | { readonly kind: 'string' }
  | { readonly kind: 'int' }
  | { readonly kind: 'number' }
  | { readonly kind: 'bool' }
  | { readonly kind: 'none' }
  | { readonly kind: 'never' }
  | { readonly kind: 'unknown' }
  | ListType
  | OptionalType
  | RecordType
  | EnumType
  | AgentType
  | ParameterType

/**
 * A name of the language: letters, digits and `_`, no digit first.
 *
 * @pattern ^[A-Za-z_][A-Za-z0-9_]*$
 */
export type Word = string

export interface ListType {
  readonly kind: 'list'
  readonly element: Type
  /** At most so many elements; `null` where no bound is known. */
  readonly size: Size | null
}

/** Never nested: an optional of an optional is the optional itself. */
export interface OptionalType {
  readonly kind: 'optional'
  readonly inner: Type
}

export interface RecordType {
  readonly kind: 'record'
  readonly fields: readonly RecordFieldType[]
}

export interface RecordFieldType {
  readonly name: Word
  readonly type: Type
}

export interface EnumType {
  readonly kind: 'enum'
  readonly name: Word
  /** The declaring file and name: two enums of one name in two files differ. */
  readonly id: string
  readonly members: readonly Word[]
}

export interface AgentType {
  readonly kind: 'agent'
  readonly parameters: readonly Type[]
  readonly result: Type
}

export interface ParameterType {
  readonly kind: 'parameter'
  readonly name: string
}
