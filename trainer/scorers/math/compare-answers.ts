import type { Engine } from './engine.ts'
import { equalExpressions } from './equal-expressions.ts'
import { readExpression } from './read-expression.ts'

export interface Comparison {
  readonly expected: string
  readonly found: string
}

export type Compared =
  | { readonly kind: 'equal' }
  | { readonly kind: 'different' }
  /** The answer is no mathematics that can be read: it is wrong. */
  | { readonly kind: 'unreadable'; readonly reason: string }
  /** What is expected cannot be read: nothing can be said of any answer, but of the same text. */
  | { readonly kind: 'unreadable_expected'; readonly reason: string }

/** Compares an answer with the expected one. */
export function compareAnswers(engine: Engine, { expected, found }: Comparison): Compared {
  const wanted = readExpression(engine, expected)
  if (wanted.kind === 'unreadable') return { kind: 'unreadable_expected', reason: wanted.reason }
  const given = readExpression(engine, found)
  if (given.kind === 'unreadable') return given
  return { kind: equalExpressions(engine, wanted.expression, given.expression) ? 'equal' : 'different' }
}
