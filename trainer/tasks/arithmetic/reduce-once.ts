import { operate } from './arithmetic.ts'
import type { Arithmetic } from './arithmetic.ts'
import { expressionText, group } from './expression.ts'
import type { Expression } from './expression.ts'
import { parseExpression } from './parse-expression.ts'

/**
 * Carries out one operation: the first, reading from left to right, whose two operands are plain numbers under precedence
 * and parentheses. Parentheses left around a single number vanish: `(3+5)*2-7` → `8*2-7` → `16-7` → `9`. A single number
 * stays as it is. `null` where the text is no expression, or the result falls out of the range.
 *
 * Repeated, this is the usual evaluation: the operation chosen is the one that evaluating from left to right, operands
 * first, comes to first.
 */
export function reduceOnce(text: string, arithmetic: Arithmetic): string | null {
  const expression = parseExpression(text)
  if (expression === null) return null
  const reduced = reduceFirst(expression, arithmetic)
  return reduced === null ? null : expressionText(reduced)
}

function reduceFirst(expression: Expression, arithmetic: Arithmetic): Expression | null {
  switch (expression.kind) {
    case 'number':
      return expression
    case 'group': {
      const inner = reduceFirst(expression.inner, arithmetic)
      return inner === null ? null : group(inner)
    }
    case 'operation': {
      const { operator, left, right } = expression
      if (left.kind !== 'number') {
        const reduced = reduceFirst(left, arithmetic)
        return reduced === null ? null : { ...expression, left: reduced }
      }
      if (right.kind !== 'number') {
        const reduced = reduceFirst(right, arithmetic)
        return reduced === null ? null : { ...expression, right: reduced }
      }
      const value = operate(operator, left.value, right.value, arithmetic)
      return value === null ? null : { kind: 'number', value }
    }
  }
}
