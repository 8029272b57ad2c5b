import type { EachExpression, Expression, Statement, TextPart } from '../syntax/index.ts'

/** The `each` expressions of a statement's own expressions, not those inside another `each` or a nested block. */
export function eachesIn(statement: Statement): readonly EachExpression[] {
  const found: EachExpression[] = []
  for (const expression of expressionsOf(statement)) collect(expression, found)
  return found
}

function expressionsOf(statement: Statement): readonly Expression[] {
  switch (statement.kind) {
    case 'binding':
    case 'return':
      return [statement.value]
    case 'if':
    case 'stop':
      return [statement.condition]
    case 'assert':
      return statement.message === null ? [statement.condition] : [statement.condition, statement.message]
    case 'match':
      return [statement.subject]
    case 'for':
      return [statement.list]
    case 'bare_call':
      return [statement.call]
    case 'repeat':
      return []
  }
}

function collect(expression: Expression, found: EachExpression[]): void {
  if (expression.kind === 'each') {
    found.push(expression)
    collect(expression.list, found)
    collect(expression.result, found)
    return
  }
  for (const part of partsOf(expression)) collect(part, found)
}

function partsOf(expression: Exclude<Expression, EachExpression>): readonly Expression[] {
  switch (expression.kind) {
    case 'text':
      return expression.parts.flatMap(partsOfText)
    case 'list':
      return expression.items
    case 'record':
      return [...(expression.spread === null ? [] : [expression.spread]), ...expression.fields.map(({ value }) => value)]
    case 'member':
      return [expression.object]
    case 'index':
      return [expression.object, expression.index]
    case 'call':
      return [expression.callee, ...expression.arguments.flatMap(({ value }) =>
        value.kind === 'expression' ? [value.expression] : [])]
    case 'unary':
    case 'sample':
      return [expression.operand]
    case 'binary':
      return [expression.left, expression.right]
    case 'number':
    case 'boolean':
    case 'none':
    case 'name_expression':
    case 'missing':
      return []
  }
}

function partsOfText(part: TextPart): readonly Expression[] {
  switch (part.kind) {
    case 'chunk':
      return []
    case 'insert':
      return [part.expression]
    case 'text_if':
      return [part.condition, ...[...part.then, ...part.otherwise ?? []].flatMap(partsOfText)]
    case 'text_each':
      return [part.list, ...part.body.flatMap(partsOfText)]
  }
}
