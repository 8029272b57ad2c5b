import type { MathJson } from './math-json.ts'

/** An answer as it is compared. */
export type Expression =
  /** Words. */
  | { readonly kind: 'text'; readonly text: string }
  /** A number, or what becomes one once its variables have values. */
  | { readonly kind: 'scalar'; readonly tree: MathJson }
  | { readonly kind: 'named'; readonly name: string }
  /** Order counts. */
  | { readonly kind: 'list' | 'tuple' | 'matrix'; readonly items: readonly Expression[] }
  /** Order and repetition do not count. */
  | { readonly kind: 'set' | 'union' | 'intersection' | 'and' | 'or'; readonly items: readonly Expression[] }
  | { readonly kind: 'interval'; readonly ends: readonly [IntervalEnd, IntervalEnd] }
  /** A comparison with 0. */
  | { readonly kind: 'relation'; readonly relation: Relation; readonly difference: MathJson }
  | { readonly kind: 'quantity'; readonly magnitude: MathJson; readonly unit: string }

export interface IntervalEnd {
  readonly tree: MathJson
  readonly isOpen: boolean
}

/** How a difference stands to 0. */
export type Relation = 'equal' | 'unequal' | 'positive' | 'not_negative'

export type ReadExpression =
  { readonly kind: 'ok'; readonly expression: Expression } | { readonly kind: 'unreadable'; readonly reason: string }
