import type { RandomStream } from '../../random/random-stream.ts'
import type { Span } from '../task-family.ts'
import type { Operator } from './arithmetic.ts'
import { expressionText } from './expression.ts'
import type { Expression } from './expression.ts'
import { parseExpression } from './parse-expression.ts'

export interface ExpressionSettings {
  readonly values: Span
  readonly symbols: readonly Operator[]
  /** Without them an expression is a flat chain; with them, operands are split at random and grouped where it takes it. */
  readonly parentheses: boolean
}

/** An expression with this many operators, its numbers and symbols drawn evenly. No parentheses that change nothing. */
export function randomExpression(random: RandomStream, count: number, settings: ExpressionSettings): Expression {
  const expression = randomTree(random, count, settings)
  if (settings.parentheses) return grouped(expression)
  const flat = parseExpression(expressionText(expression))
  if (flat === null) throw new Error('a chain of numbers and symbols is an expression')
  return flat
}

function randomTree(random: RandomStream, count: number, settings: ExpressionSettings): Expression {
  if (count === 0) {
    const { minimum, maximum } = settings.values
    return { kind: 'number', value: minimum + random.integer(maximum - minimum + 1) }
  }
  const operator = settings.symbols[random.integer(settings.symbols.length)]
  if (operator === undefined) throw new Error('an expression needs symbols')
  const leftCount = random.integer(count)
  const left = randomTree(random, leftCount, settings)
  return { kind: 'operation', operator, left, right: randomTree(random, count - 1 - leftCount, settings) }
}

/** Parentheses where the text would be read as another tree. */
function grouped(expression: Expression): Expression {
  if (expression.kind !== 'operation') return expression
  const binding = bindingOf(expression)
  const side = (operand: Expression, needed: number): Expression => {
    const inner = grouped(operand)
    return bindingOf(operand) < needed ? { kind: 'group', inner } : inner
  }
  return { ...expression, left: side(expression.left, binding), right: side(expression.right, binding + 1) }
}

function bindingOf(expression: Expression): number {
  if (expression.kind !== 'operation') return 3
  return expression.operator === '*' ? 2 : 1
}
