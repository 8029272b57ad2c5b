import type { BinaryExpression, Expression, Range } from '../../grammar/index.ts'
import type { Pure, PureOperator } from '../graph/index.ts'
import { lowerCall } from './lower-call.ts'
import { lowerEach, lowerLazy, lowerOtherwise, lowerSample } from './lower-regions.ts'
import { lowerText } from './lower-text.ts'
import { countOne, incomplete, nested } from './giving-up.ts'
import { emit, freshValue, nothing, valueOf } from './lowering.ts'
import type { Context } from './lowering.ts'
import type { Path } from './path.ts'
import { nodeBase } from './place.ts'
import { isShort } from './is-short.ts'
import { partOf } from './target.ts'
import type { Target } from './target.ts'

/** Lowers an expression: its calls become nodes before it, what is left is pure. */
export function lowerExpression(context: Context, expression: Expression, target: Target): Pure {
  countOne(context.lowering, 'expressions')
  return nested(context.lowering, () => lowerNested(context, expression, target)) ?? nothing
}

function lowerNested(context: Context, expression: Expression, target: Target): Pure {
  const part = (inner: Expression) => lowerExpression(context, inner, partOf(target))
  switch (expression.kind) {
    case 'number':
    case 'boolean':
      return { kind: 'constant', value: expression.value }
    case 'none':
    case 'missing':
      return { kind: 'constant', value: null }
    case 'text':
      return lowerText(context, expression)
    case 'name_expression':
      return valueNamed(context, expression.name)
    case 'list':
      return { kind: 'list', items: expression.items.map(part) }
    case 'record': {
      const spread = expression.spread === null ? null : part(expression.spread)
      const fields = expression.fields.map(({ name, value }) => ({ name: name.text, value: part(value) }))
      return { kind: 'record', spread, fields }
    }
    case 'member': {
      const member = context.frame.module.facts.enumMembers.get(expression)
      if (member !== undefined) return { kind: 'constant', value: member.member }
      return { kind: 'field', of: part(expression.object), name: expression.field.text }
    }
    case 'index':
      return { kind: 'index', of: part(expression.object), index: part(expression.index) }
    case 'call':
      return lowerCall(context, expression, target)
    case 'unary':
      return { kind: expression.operator === 'not' ? 'not' : 'negate', operand: part(expression.operand) }
    case 'binary':
      return lowerBinary(context, expression, target)
    case 'sample':
      return lowerSample(context, expression, target)
    case 'each':
      return lowerEach(context, expression, target)
  }
}

/** The value that a name holds now. */
export function valueNamed(context: Context, name: string): Pure {
  const meaning = context.names.get(name)
  if (meaning === undefined || meaning.kind === 'agent') return incomplete(context.lowering)
  return meaning.kind === 'static' ? { kind: 'constant', value: meaning.value } : meaning.pure
}

function lowerBinary(context: Context, expression: BinaryExpression, target: Target): Pure {
  const { operator } = expression
  switch (operator) {
    case 'otherwise':
      return lowerOtherwise(context, expression, target)
    case 'and':
    case 'or':
    case '??':
      return lowerLazy(context, expression, operator, target)
    default:
      return {
        kind: 'binary',
        operator: operator satisfies PureOperator,
        left: lowerExpression(context, expression.left, partOf(target)),
        right: lowerExpression(context, expression.right, partOf(target)),
      }
  }
}

/**
 * Gives a value that is long, or that may fail, a node of its own, so that it is computed once and a failure has a name.
 */
export function keep(context: Context, pure: Pure, path: Path | (() => Path), range: Range, name: string): Pure {
  if (isShort(pure)) return pure
  const result = freshValue(context.lowering, name)
  const place = nodeBase(context, typeof path === 'function' ? path() : path, range)
  emit(context, { kind: 'compute', ...place, expression: pure, result })
  return valueOf(result)
}
