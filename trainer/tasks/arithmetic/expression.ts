import type { Operator } from './arithmetic.ts'

/** An arithmetic expression as it is written: parentheses are kept, except around a single number. */
export type Expression = NumberExpression | OperationExpression | GroupExpression

export interface NumberExpression {
  readonly kind: 'number'
  readonly value: number
}

export interface OperationExpression {
  readonly kind: 'operation'
  readonly operator: Operator
  readonly left: Expression
  readonly right: Expression
}

export interface GroupExpression {
  readonly kind: 'group'
  readonly inner: Expression
}

/** Parentheses around an expression; a number needs none. */
export const group = (inner: Expression): Expression => (inner.kind === 'number' ? inner : { kind: 'group', inner })

export function expressionText(expression: Expression): string {
  switch (expression.kind) {
    case 'number':
      return String(expression.value)
    case 'operation':
      return `${expressionText(expression.left)}${expression.operator}${expressionText(expression.right)}`
    case 'group':
      return `(${expressionText(expression.inner)})`
  }
}
