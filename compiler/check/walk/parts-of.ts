import type { Block, Expression, Statement, TextPart } from '../../../grammar/index.ts'

/** What stands directly inside an expression. */
export interface Parts {
  readonly expressions: readonly Expression[]
  readonly statements: readonly Statement[]
}

const nothing: Parts = { expressions: [], statements: [] }

const only = (expressions: readonly Expression[]): Parts => ({ expressions, statements: nothing.statements })

/** The expressions and statements directly inside an expression, in source order. */
export function partsOf(expression: Expression): Parts {
  switch (expression.kind) {
    case 'number':
    case 'boolean':
    case 'none':
    case 'name_expression':
    case 'missing':
      return nothing
    case 'text':
      return only(textExpressions(expression.parts))
    case 'list':
      return only(expression.items)
    case 'record':
      return only([...(expression.spread === null ? [] : [expression.spread]), ...expression.fields.map((field) => field.value)])
    case 'member':
      return only([expression.object])
    case 'index':
      return only([expression.object, expression.index])
    case 'call':
      return only([
        expression.callee,
        ...expression.arguments.flatMap(({ value }) => (value.kind === 'expression' ? [value.expression] : [])),
      ])
    case 'unary':
    case 'sample':
      return only([expression.operand])
    case 'binary':
      return only([expression.left, expression.right])
    case 'each':
      return { expressions: [expression.list, expression.result], statements: expression.body }
  }
}

/** Every expression inserted into a text, or deciding about a part of it. */
export function textExpressions(parts: readonly TextPart[]): readonly Expression[] {
  return parts.flatMap((part): readonly Expression[] => {
    switch (part.kind) {
      case 'chunk':
        return []
      case 'insert':
        return [part.expression]
      case 'text_if':
        return [part.condition, ...textExpressions(part.then), ...textExpressions(part.otherwise ?? [])]
      case 'text_each':
        return [part.list, ...textExpressions(part.body)]
    }
  })
}

/** The expressions of a statement itself, without those in its blocks. */
export function expressionsOf(statement: Statement): readonly Expression[] {
  switch (statement.kind) {
    case 'binding':
    case 'return':
      return [statement.value]
    case 'if':
    case 'stop':
      return [statement.condition]
    case 'match':
      return [statement.subject]
    case 'repeat':
      return []
    case 'for':
      return [statement.list]
    case 'assert':
      return [statement.condition, ...(statement.message === null ? [] : [statement.message])]
    case 'bare_call':
      return [statement.call]
  }
}

export function blocksOf(statement: Statement): readonly Block[] {
  switch (statement.kind) {
    case 'if':
      return statement.otherwise === null ? [statement.then] : [statement.then, statement.otherwise]
    case 'match':
      return statement.arms.map((arm) => arm.body)
    case 'repeat':
    case 'for':
      return [statement.body]
    case 'binding':
    case 'stop':
    case 'assert':
    case 'return':
    case 'bare_call':
      return []
  }
}
