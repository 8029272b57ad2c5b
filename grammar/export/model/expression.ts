/** What a rule derives, over tokens or over characters. */
export type Expression =
  | { readonly kind: 'rule'; readonly name: string }
  /** A kind of token that is not always spelled the same way. */
  | { readonly kind: 'token'; readonly name: string }
  | { readonly kind: 'literal'; readonly text: string }
  | CharacterSet
  | { readonly kind: 'sequence'; readonly items: readonly Expression[] }
  | { readonly kind: 'choice'; readonly options: readonly Expression[] }
  | Repetition
  /** A word (a letter or `_`, then letters, digits and `_`) that is none of some words. */
  | { readonly kind: 'other_word'; readonly than: readonly string[] }

/** One character of some, or any other one. */
export interface CharacterSet {
  readonly kind: 'characters'
  /** First and last character of each range. */
  readonly ranges: readonly (readonly [string, string])[]
  readonly negated: boolean
}

export interface Repetition {
  readonly kind: 'repetition'
  readonly item: Expression
  readonly minimum: number
  readonly maximum: number | null
}

export const empty: Expression = { kind: 'sequence', items: [] }

export const rule = (name: string): Expression => ({ kind: 'rule', name })

export const token = (name: string): Expression => ({ kind: 'token', name })

export const literal = (text: string): Expression => ({ kind: 'literal', text })

/** Nested sequences become one, and a sequence of one item that item. */
export function sequence(...parts: readonly Expression[]): Expression {
  const items = parts.flatMap((part) => part.kind === 'sequence' ? part.items : [part])
  const [only] = items
  return only !== undefined && items.length === 1 ? only : { kind: 'sequence', items }
}

/** Nested choices become one, and a choice of one option that option. */
export function choice(...parts: readonly Expression[]): Expression {
  const options = parts.flatMap((part) => part.kind === 'choice' ? part.options : [part])
  const [only] = options
  return only !== undefined && options.length === 1 ? only : { kind: 'choice', options }
}

/** Once and no more often is the item itself. */
export const repeat = (item: Expression, minimum: number, maximum: number | null): Expression =>
  minimum === 1 && maximum === 1 ? item : { kind: 'repetition', item, minimum, maximum }

export const optional = (...items: readonly Expression[]): Expression => repeat(sequence(...items), 0, 1)

export const many = (...items: readonly Expression[]): Expression => repeat(sequence(...items), 0, null)

/** `characters('a-z', '_')`: each range as its first and last character around a `-`, or one character. */
export const characters = (...ranges: readonly string[]): CharacterSet =>
  ({ kind: 'characters', ranges: ranges.map(rangeOf), negated: false })

export const charactersExcept = (...ranges: readonly string[]): CharacterSet =>
  ({ kind: 'characters', ranges: ranges.map(rangeOf), negated: true })

function rangeOf(text: string): readonly [string, string] {
  const [first = '', dash, last] = text
  return dash === '-' && last !== undefined ? [first, last] : [first, first]
}

/** The parts of an expression, replaced by others. */
export function mapParts(expression: Expression, replace: (part: Expression) => Expression): Expression {
  switch (expression.kind) {
    case 'sequence':
      return sequence(...expression.items.map(replace))
    case 'choice':
      return choice(...expression.options.map(replace))
    case 'repetition':
      return { ...expression, item: replace(expression.item) }
    case 'rule':
    case 'token':
    case 'literal':
    case 'characters':
    case 'other_word':
      return expression
  }
}

/** The parts of an expression. */
export function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'sequence':
      return expression.items
    case 'choice':
      return expression.options
    case 'repetition':
      return [expression.item]
    case 'rule':
    case 'token':
    case 'literal':
    case 'characters':
    case 'other_word':
      return []
  }
}

/** The rules that an expression names, in order. */
export const ruleNamesIn = (expression: Expression): readonly string[] =>
  expression.kind === 'rule' ? [expression.name] : partsOf(expression).flatMap(ruleNamesIn)
