import type { Expression, StaticInteger } from '../../grammar/index.ts'
import type { Piece } from './machine/part.ts'

export const expressionPiece = (expression: Expression): Piece => ({ kind: 'expression', expression })

export const namePiece = (name: string | null): Piece => ({ kind: 'name', name })

/** The number, where it is written as one. */
export const integerPiece = (integer: StaticInteger): Piece | null =>
  integer.kind === 'number_literal' ? { kind: 'integer', value: integer.value } : null

/** The expressions given to a call of that name, and its selector; `null` where the expression is no such call. */
export function readCall(
  expression: Expression,
  callee: string,
): { readonly values: readonly Expression[]; readonly selector: string | null } | null {
  if (expression.kind !== 'call' || expression.callee.kind !== 'name_expression' || expression.callee.name !== callee) return null
  const values: Expression[] = []
  let selector: string | null = null
  for (const { name, value } of expression.arguments) {
    if (name !== null) return null
    if (value.kind === 'selector') selector = value.field.text
    else values.push(value.expression)
  }
  return { values, selector }
}
