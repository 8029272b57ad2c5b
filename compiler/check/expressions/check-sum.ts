import type { BinaryExpression, Expression } from '../../../grammar/index.ts'
import { expressionsMessages } from '../../diagnostics/expressions-messages.ts'
import { joinedText as joinedTextFix } from '../../fixes/joined-text.ts'
import { unknownType } from '../../types/index.ts'
import type { Type } from '../../types/index.ts'
import { quoted } from '../body.ts'
import type { Body } from '../body.ts'
import type { Environment } from '../flow/environment.ts'
import { arithmeticResult } from './check-arithmetic.ts'
import { checkExpression } from './check-expression.ts'
import { expectNumber } from './expect-operand.ts'

/** `a + b + c`, looked at as a whole: a chain that joins texts is one mistake with one remedy. */
export function checkSum(expression: BinaryExpression, environment: Environment, body: Body): Type {
  const sums = chain(expression)
  const [innermost] = sums
  const operands = [...(innermost === undefined ? [] : [innermost.left]), ...sums.map((sum) => sum.right)]
  const types = operands.map((operand) => checkExpression(operand, environment, body))
  if (types.some((type) => type.kind === 'string')) {
    for (const sum of sums) body.facts.types.set(sum, unknownType)
    const fix = joinedTextFix(operands, expression.range, body.source)
    body.report(expressionsMessages.plusOnTexts, { hint: joinedText(operands, body) }, expression.range, { fix })
    return unknownType
  }
  if (types.some((type) => type.kind === 'list')) {
    return reportLists(operands, types, body)
  }
  const numbers = operands.map((operand, position) => expectNumber('+', operand, types[position] ?? unknownType, body))
  sums.forEach((sum, position) => body.facts.types.set(sum, arithmeticResult(numbers.slice(0, position + 2))))
  return arithmeticResult(numbers)
}

/** The `+` expressions of a chain, innermost first. */
function chain(expression: BinaryExpression): readonly BinaryExpression[] {
  const { left } = expression
  return left.kind === 'binary' && left.operator === '+' ? [...chain(left), expression] : [expression]
}

function reportLists(operands: readonly Expression[], types: readonly Type[], body: Body): Type {
  const [first, second] = operands.map((each) => quoted(body, each.range))
  const hint = `Lists are joined with \`concat(${first ?? 'a'}, ${second ?? 'b'})\`.`
  const position = types.findIndex((type) => type.kind === 'list')
  const operand = operands[position]
  if (operand !== undefined) body.report(expressionsMessages.notANumber, { operator: '+', actual: 'a list', hint }, operand.range)
  return unknownType
}

/** The operands as one text with insertions. */
function joinedText(operands: readonly Expression[], body: Body): string {
  const parts = operands.map((operand) => {
    const written = quoted(body, operand.range)
    const isPlainText = operand.kind === 'text' && operand.form === 'line' && written !== '…'
    if (operand.kind === 'number') return written
    return isPlainText ? written.slice(1, -1) : `{{${written}}}`
  })
  return `Write \`"${parts.join('')}"\`.`
}
