import type { Text, TextPart } from '../../grammar/index.ts'
import type { Pure, PureTextPart } from '../graph/index.ts'
import { lowerExpression } from './lower-expression.ts'
import { freshValue, valueOf } from './lowering.ts'
import type { Context, Meaning } from './lowering.ts'

/** A template holds builtins only, so it lowers to one pure expression. */
export function lowerText(context: Context, text: Text): Pure {
  const parts = lowerParts(context, text.parts)
  if (parts.every((part) => part.kind === 'chunk')) {
    return { kind: 'constant', value: parts.map((part) => part.value).join('') }
  }
  return { kind: 'text', parts }
}

function lowerParts(context: Context, parts: readonly TextPart[]): readonly PureTextPart[] {
  return parts.map((part) => lowerPart(context, part))
}

function lowerPart(context: Context, part: TextPart): PureTextPart {
  const pure = (expression: Parameters<typeof lowerExpression>[1]) =>
    lowerExpression(context, expression, { path: context.path, whole: false })
  switch (part.kind) {
    case 'chunk':
      return { kind: 'chunk', value: part.value }
    case 'insert':
      return { kind: 'insert', value: pure(part.expression) }
    case 'text_if':
      return {
        kind: 'if',
        condition: pure(part.condition),
        then: lowerParts(context, part.then),
        else: lowerParts(context, part.otherwise ?? []),
      }
    case 'text_each': {
      const item = freshValue(context.lowering, part.item.text)
      const meaning: Meaning = { kind: 'value', pure: valueOf(item) }
      const inner = { ...context, names: new Map([...context.names, [part.item.text, meaning]]) }
      return { kind: 'each', list: pure(part.list), item, body: lowerParts(inner, part.body) }
    }
  }
}
