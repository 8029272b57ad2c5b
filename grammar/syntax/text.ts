import type { Expression } from './expressions.ts'
import type { Name } from './names.ts'
import type { Range } from './range.ts'

/** A template: `"…"` (`line`) or `"""…"""` (`block`). Escapes are decoded and indentation is removed in `parts`. */
export interface Text {
  readonly kind: 'text'
  readonly form: 'line' | 'block'
  readonly parts: readonly TextPart[]
  readonly range: Range
}

export type TextPart = TextChunk | TextInsert | TextIf | TextEach

export interface TextChunk {
  readonly kind: 'chunk'
  readonly value: string
  readonly range: Range
}

/** `{{expression}}` */
export interface TextInsert {
  readonly kind: 'insert'
  readonly expression: Expression
  readonly range: Range
}

/** `{{#if condition}} … {{else}} … {{/if}}` */
export interface TextIf {
  readonly kind: 'text_if'
  readonly condition: Expression
  readonly then: readonly TextPart[]
  readonly otherwise: readonly TextPart[] | null
  readonly range: Range
}

/** `{{#each list as item}} … {{/each}}` */
export interface TextEach {
  readonly kind: 'text_each'
  readonly list: Expression
  readonly item: Name
  readonly body: readonly TextPart[]
  readonly range: Range
}
