import type { Word } from '../types/type.ts'
import type { ValueId } from './graph.ts'

/** A value of the language while running. `none` is `null`; an enum member is its name. */
export type Value = null | boolean | number | string | readonly Value[] | { readonly [field: string]: Value }

/**
 * An expression without model and tool calls: evaluated in one step, always to the same value.
 *
 * @discriminator kind
 */
export type Pure =
  | { readonly kind: 'constant'; readonly value: Value }
  | { readonly kind: 'value'; readonly id: ValueId }
  | { readonly kind: 'field'; readonly of: Pure; readonly name: Word }
  /** Fails where the index is out of range. */
  | { readonly kind: 'index'; readonly of: Pure; readonly index: Pure }
  | { readonly kind: 'list'; readonly items: readonly Pure[] }
  | {
      readonly kind: 'record'
      readonly spread: Pure | null
      readonly fields: readonly { readonly name: Word; readonly value: Pure }[]
    }
  | { readonly kind: 'not' | 'negate'; readonly operand: Pure }
  | { readonly kind: 'binary'; readonly operator: PureOperator; readonly left: Pure; readonly right: Pure }
  /** The right side is evaluated only when it is needed. */
  | { readonly kind: 'and' | 'or' | 'default'; readonly left: Pure; readonly right: Pure }
  | { readonly kind: 'builtin'; readonly name: string; readonly arguments: readonly Pure[]; readonly selector: Word | null }
  | { readonly kind: 'text'; readonly parts: readonly PureTextPart[] }

export type PureOperator = '==' | '!=' | '<' | '<=' | '>' | '>=' | '+' | '-' | '*' | '/' | '%'

/**
 * Strings insert as they are, other values as compact JSON, `none` as nothing.
 *
 * @discriminator kind
 */
export type PureTextPart =
  | { readonly kind: 'chunk'; readonly value: string }
  | { readonly kind: 'insert'; readonly value: Pure }
  /** `condition` is a bool, or an optional that is taken when it is not `none`. */
  | {
      readonly kind: 'if'
      readonly condition: Pure
      readonly then: readonly PureTextPart[]
      readonly else: readonly PureTextPart[]
    }
  | { readonly kind: 'each'; readonly list: Pure; readonly item: ValueId; readonly body: readonly PureTextPart[] }
