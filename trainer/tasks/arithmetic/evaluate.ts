import { operate } from './arithmetic.ts'
import type { Arithmetic } from './arithmetic.ts'
import type { Expression } from './expression.ts'
import { parseExpression } from './parse-expression.ts'

/** The value of an expression; `null` where the text is none, or some value on the way falls out of the range. */
export function evaluate(text: string, arithmetic: Arithmetic): number | null {
  const expression = parseExpression(text)
  return expression === null ? null : valueOf(expression, arithmetic)
}

/** The value of a parsed expression; `null` where some value on the way falls out of the range. */
export function valueOf(expression: Expression, arithmetic: Arithmetic): number | null {
  switch (expression.kind) {
    case 'number':
      return expression.value
    case 'group':
      return valueOf(expression.inner, arithmetic)
    case 'operation': {
      const left = valueOf(expression.left, arithmetic)
      const right = left === null ? null : valueOf(expression.right, arithmetic)
      return left === null || right === null ? null : operate(expression.operator, left, right, arithmetic)
    }
  }
}
