import type { Range } from './range.ts'

/** A name as the author wrote it. */
export interface Name {
  readonly kind: 'name'
  readonly text: string
  readonly range: Range
}

/** A text that stands for itself: no insertions (`from "…"`, `model "…"`). */
export interface StringLiteral {
  readonly kind: 'string_literal'
  readonly value: string
  readonly range: Range
}

/** A number in a place that takes nothing else (settings, budgets). */
export interface NumberLiteral {
  readonly kind: 'number_literal'
  readonly value: number
  /** Whether it is written without a point and an exponent. */
  readonly integer: boolean
  readonly range: Range
}

/** `12` or the name of a `static` parameter. */
export type StaticInteger = NumberLiteral | Name
