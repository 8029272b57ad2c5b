import type { Argument, BinaryOperator, EachExpression, Expression, RecordExpression } from '../../grammar/index.ts'
import { braced, fitsOnLine } from './layout.ts'
import { printNumber } from './print-number.ts'
import { printStatement } from './print-statement.ts'
import { printText } from './print-text.ts'
import { printStaticInteger } from './print-type.ts'

/** How tightly each operator binds; the left side of one that chains may bind as much, the right side binds more. */
const strength: Readonly<Record<BinaryOperator, number>> = {
  otherwise: 1,
  or: 2,
  and: 3,
  '==': 5,
  '!=': 5,
  '<': 5,
  '<=': 5,
  '>': 5,
  '>=': 5,
  '+': 6,
  '-': 6,
  '*': 7,
  '/': 7,
  '%': 7,
  '??': 9,
}
const notStrength = 4
const comparisonStrength = 5
const negationStrength = 8
const sampleStrength = 10
const primaryStrength = 11

/** An expression whose line is `depth` levels in. */
export function printExpression(expression: Expression, depth = 0): string {
  switch (expression.kind) {
    case 'number':
      return printNumber(expression.value, expression.integer)
    case 'boolean':
      return String(expression.value)
    case 'none':
      return 'none'
    case 'text':
      return printText(expression, depth, (inner) => printExpression(inner, depth))
    case 'name_expression':
      return expression.name
    case 'list':
      return `[${expression.items.map((item) => printExpression(item, depth)).join(', ')}]`
    case 'record':
      return printRecord(expression, depth)
    case 'member':
      return `${within(expression.object, primaryStrength, depth)}.${expression.field.text}`
    case 'index':
      return `${within(expression.object, primaryStrength, depth)}[${printExpression(expression.index, depth)}]`
    case 'call': {
      const values = expression.arguments.map((argument) => printArgument(argument, depth))
      return `${within(expression.callee, primaryStrength, depth)}(${values.join(', ')})`
    }
    case 'unary':
      return expression.operator === 'not'
        ? `not ${within(expression.operand, notStrength + 1, depth)}`
        : `-${within(expression.operand, negationStrength + 1, depth)}`
    case 'binary': {
      const own = strength[expression.operator]
      const left = within(expression.left, own === comparisonStrength ? own + 1 : own, depth)
      return `${left} ${expression.operator} ${within(expression.right, own + 1, depth)}`
    }
    case 'sample':
      return `sample ${printStaticInteger(expression.count)} of ${within(expression.operand, sampleStrength, depth)}`
    case 'each':
      return printEach(expression, depth)
    case 'missing':
      return ''
  }
}

function strengthOf(expression: Expression): number {
  switch (expression.kind) {
    case 'binary':
      return strength[expression.operator]
    case 'unary':
      return expression.operator === 'not' ? notStrength : negationStrength
    case 'sample':
    case 'each':
      return sampleStrength
    default:
      return primaryStrength
  }
}

/** The expression as an operand that has to bind at least so tightly. */
function within(expression: Expression, least: number, depth: number): string {
  const printed = printExpression(expression, depth)
  return strengthOf(expression) < least ? `(${printed})` : printed
}

function printRecord({ spread, fields }: RecordExpression, depth: number): string {
  const given = fields.map((field) => `${field.name.text}: ${printExpression(field.value, depth)}`)
  return `{ ${[...(spread === null ? [] : [`...${printExpression(spread, depth)}`]), ...given].join(', ')} }`
}

function printArgument({ name, value }: Argument, depth: number): string {
  const written = value.kind === 'selector' ? `.${value.field.text}` : printExpression(value.expression, depth)
  return name === null ? written : `${name.text}: ${written}`
}

function printEach(each: EachExpression, depth: number): string {
  const head = `each ${printIteration(each, depth)}`
  const short = `${head} { yield ${printExpression(each.result, depth)} }`
  if (each.body.length === 0 && fitsOnLine(short, depth)) return short
  const lines = each.body.map((statement) => printStatement(statement, depth + 1))
  return `${head} ${braced([...lines, `yield ${printExpression(each.result, depth + 1)}`], depth)}`
}

/** What stands between `for` or `each` and the body. */
export function printIteration(
  { item, index, list, maximum }: Pick<EachExpression, 'item' | 'index' | 'list' | 'maximum'>,
  depth: number,
): string {
  const names = index === null ? item.text : `${item.text}, ${index.text}`
  return `${names} in ${printExpression(list, depth)}${maximum === null ? '' : ` max ${printStaticInteger(maximum)}`}`
}
