import type { Size, Type } from '../types/index.ts'

/** What a `.field` selector, or without one the list's items, must be. */
export interface KeyRule {
  /** As it reads after "compares": `numbers`. */
  readonly wanted: string
  readonly accepts: (key: Type) => boolean
}

export interface BuiltinParameter {
  readonly name: string
  /** As it reads after "takes", with its article: `a list`. */
  readonly wanted: string
  readonly accepts: (type: Type) => boolean
  /** What is asked of the number beyond its type: at least 1 where it is written out, or known before the program runs. */
  readonly rule: 'positive' | 'static' | null
}

export interface BuiltinArgument {
  readonly type: Type
  /** The argument's value where it is known before the program runs. */
  readonly size: Size | null
}

/** One way to call a builtin; a builtin's forms differ in the number of their arguments. */
export interface BuiltinForm {
  readonly parameters: readonly BuiltinParameter[]
  /** `null` where the builtin takes no `.field`. */
  readonly key: KeyRule | null
  /** The result for accepted arguments, or the two types that have nothing in common. */
  readonly result: (inputs: readonly BuiltinArgument[]) => Type | ApartTypes
}

/** Two types that an argument list brings together and that have nothing in common. */
export interface ApartTypes {
  readonly kind: 'apart'
  readonly left: Type
  readonly right: Type
}

export interface Builtin {
  readonly name: string
  /** How it is written, as messages and the editor show it: `vote(list, .field)`. */
  readonly usage: string
  /** One sentence for the editor and for designers. */
  readonly documentation: string
  readonly forms: readonly BuiltinForm[]
}
