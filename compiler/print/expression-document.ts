import type { Argument, BinaryExpression, BinaryOperator, EachExpression, Expression } from '../../grammar/index.ts'
import { group, indent, isForced, line, parts, sequence, space } from '../layout/index.ts'
import type { Document } from '../layout/index.ts'
import { braced } from './block.ts'
import { bracketed } from './bracketed.ts'
import { statementDocument } from './statement-document.ts'
import type { Tokens } from './tokens.ts'
import { fieldDocument, staticIntegerDocument } from './type-document.ts'

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
const weakest = 0
const notStrength = 4
const comparisonStrength = 5
const negationStrength = 8
const sampleStrength = 10
const primaryStrength = 11

export const expressionDocument = (expression: Expression, tokens: Tokens): Document => operand(expression, weakest, tokens)

/** The expression as an operand that has to bind at least so tightly, in the parentheses around it. */
function operand(expression: Expression, least: number, tokens: Tokens): Document {
  const count = tokens.parentheses(expression.range, strengthOf(expression) < least)
  const items = [() => (count > 1 ? enclosed(expression, count - 1, tokens) : bare(expression, tokens))]
  return count === 0 ? bare(expression, tokens) : bracketed(tokens, { ...inParentheses, items })
}

const inParentheses = { open: '(', close: ')', isPadded: false, takesComma: false } as const

function enclosed(expression: Expression, count: number, tokens: Tokens): Document {
  if (count === 0) return bare(expression, tokens)
  return bracketed(tokens, { ...inParentheses, items: [() => enclosed(expression, count - 1, tokens)] })
}

function bare(expression: Expression, tokens: Tokens): Document {
  switch (expression.kind) {
    case 'number':
      return tokens.number(expression)
    case 'boolean':
      return tokens.word(String(expression.value))
    case 'none':
      return tokens.word('none')
    case 'text':
      return tokens.text(expression)
    case 'name_expression':
      return tokens.word(expression.name)
    case 'list': {
      const items = expression.items.map((item) => () => expressionDocument(item, tokens))
      return bracketed(tokens, { open: '[', close: ']', items, isPadded: false, takesComma: true, hugs: true })
    }
    case 'record': {
      const { spread, fields } = expression
      const spreads = spread === null ? [] : [() => parts(tokens.word('...'), expressionDocument(spread, tokens))]
      const given = fields.map(({ name, value }) => () => fieldDocument(name, () => expressionDocument(value, tokens), tokens))
      const items = [...spreads, ...given]
      return bracketed(tokens, { open: '{', close: '}', items, isPadded: true, takesComma: true, hugs: true })
    }
    case 'member':
      return parts(operand(expression.object, primaryStrength, tokens), tokens.word('.'), tokens.word(expression.field.text))
    case 'index': {
      const object = operand(expression.object, primaryStrength, tokens)
      const items = [() => expressionDocument(expression.index, tokens)]
      return parts(object, bracketed(tokens, { open: '[', close: ']', items, isPadded: false, takesComma: false }))
    }
    case 'call': {
      const callee = operand(expression.callee, primaryStrength, tokens)
      const items = expression.arguments.map((argument) => () => argumentDocument(argument, tokens))
      return parts(callee, bracketed(tokens, { open: '(', close: ')', items, isPadded: false, takesComma: true }))
    }
    case 'unary':
      return expression.operator === 'not'
        ? parts(tokens.word('not'), space, operand(expression.operand, notStrength + 1, tokens))
        : parts(tokens.word('-'), operand(expression.operand, negationStrength + 1, tokens))
    case 'binary':
      return chain(expression, tokens)
    case 'sample': {
      const head = parts(tokens.word('sample'), space, staticIntegerDocument(expression.count, tokens), space)
      return parts(head, tokens.word('of'), space, operand(expression.operand, sampleStrength, tokens))
    }
    case 'each':
      return eachDocument(expression, tokens)
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

/** Operands that bind equally, a line each with the operator before it where they do not fit on one. */
function chain(whole: BinaryExpression, tokens: Tokens): Document {
  const own = strength[whole.operator]
  const [first, links] = linksOf(whole, own, tokens)
  const start = operand(first, own === comparisonStrength ? own + 1 : own, tokens)
  let isBroken = false
  const rest = links.map(({ operator, right }) => {
    const above = parts(tokens.restOfLine(), line, tokens.beforeItem())
    isBroken ||= isForced(above)
    return parts(above, tokens.word(operator), space, operand(right, own + 1, tokens))
  })
  return group(parts(start, indent(sequence(rest))), { isBroken })
}

/** The first operand of a chain, and each operator with the operand behind it. An operand in parentheses is no part of it. */
function linksOf(whole: BinaryExpression, own: number, tokens: Tokens): [Expression, readonly BinaryExpression[]] {
  const links = [whole]
  let left = whole.left
  while (
    left.kind === 'binary' && strength[left.operator] === own && own !== comparisonStrength && tokens.parentheses(left.range, false) === 0
  ) {
    links.push(left)
    left = left.left
  }
  return [left, links.reverse()]
}

function argumentDocument({ name, value }: Argument, tokens: Tokens): Document {
  const written = (): Document =>
    value.kind === 'selector'
      ? parts(tokens.word('.'), tokens.word(value.field.text))
      : expressionDocument(value.expression, tokens)
  return name === null ? written() : fieldDocument(name, written, tokens)
}

function eachDocument(each: EachExpression, tokens: Tokens): Document {
  const head = parts(tokens.word('each'), space, iterationDocument(each, tokens), space)
  const yielded = () => parts(tokens.word('yield'), space, expressionDocument(each.result, tokens))
  const body = each.body.map((statement) => () => statementDocument(statement, tokens))
  if (body.length > 0) return parts(head, braced(tokens, [...body, yielded]))
  const short = { open: '{', close: '}', items: [yielded], isPadded: true, takesComma: false, hugs: true }
  return parts(head, bracketed(tokens, short))
}

/** What stands between `for` or `each` and the body. */
export function iterationDocument(
  { item, index, list, maximum }: Pick<EachExpression, 'item' | 'index' | 'list' | 'maximum'>,
  tokens: Tokens,
): Document {
  const first = tokens.word(item.text)
  const second = index === null ? '' : parts(tokens.comma(), space, tokens.word(index.text))
  const over = parts(space, tokens.word('in'), space, expressionDocument(list, tokens))
  const most = maximum === null ? '' : parts(space, tokens.word('max'), space, staticIntegerDocument(maximum, tokens))
  return parts(first, second, over, most)
}
