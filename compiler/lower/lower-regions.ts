import type { BinaryExpression, EachExpression, SampleExpression } from '../../grammar/index.ts'
import { isImpureBlock } from '../graph/index.ts'
import type { Pure } from '../graph/index.ts'
import { lowerBlock } from './lower-block.ts'
import { keep, lowerExpression } from './lower-expression.ts'
import { lowerStatements } from './lower-statements.ts'
import { emit, freshValue, valueOf } from './lowering.ts'
import type { Context, Meaning } from './lowering.ts'
import { childPath, insideLoop } from './path.ts'
import { nodeBase } from './place.ts'
import { loopBound, staticInteger } from './static-integers.ts'
import { partOf, regionPath } from './target.ts'
import type { Target } from './target.ts'

export function lowerSample(context: Context, expression: SampleExpression, target: Target): Pure {
  const path = regionPath(context, target, 'sample')
  const count = staticInteger(context, expression.count)
  const inside = insideLoop(path)
  const operand: Target = target.whole ? { path: insideLoop(target.path), whole: true } : { path: inside, whole: false }
  // A call appends its callee to the region; what is computed from it needs a name of its own beside the region's.
  const computed = () => (target.whole ? operand.path : context.lowering.claims.claim(childPath(inside, 'of')))
  const body = lowerBlock(context, inside, (inner) => {
    const value = lowerExpression(inner, expression.operand, operand)
    return [keep(inner, value, computed, expression.operand.range, 'sample')]
  })
  const result = freshValue(context.lowering, 'samples')
  const ordered = isImpureBlock(body, context.lowering.tools.definitions)
  emit(context, { kind: 'sample', ...nodeBase(context, path, expression.range), count, body, ordered, result })
  return valueOf(result)
}

export function lowerEach(context: Context, expression: EachExpression, target: Target): Pure {
  const { lowering } = context
  const path = regionPath(context, target, 'each')
  const list = lowerExpression(context, expression.list, { path, whole: false })
  const maximum = loopBound(context, expression)
  const item = freshValue(lowering, expression.item.text)
  const index = expression.index === null ? null : freshValue(lowering, expression.index.text)
  const names = new Map<string, Meaning>([[expression.item.text, { kind: 'value', pure: valueOf(item) }]])
  if (expression.index !== null && index !== null) names.set(expression.index.text, { kind: 'value', pure: valueOf(index) })
  const inside = insideLoop(path)
  const yielded: Target = target.whole
    ? { path: insideLoop(target.path), whole: true }
    : { path: childPath(inside, 'yield'), whole: false }
  const body = lowerBlock(
    context,
    inside,
    (inner) => {
      lowerStatements(inner, expression.body)
      const value = lowerExpression(inner, expression.result, yielded)
      return [keep(inner, value, yielded.path, expression.result.range, 'yield')]
    },
    { names, carried: null },
  )
  const result = freshValue(lowering, 'each')
  const ordered = isImpureBlock(body, lowering.tools.definitions)
  const range = { start: expression.range.start, end: expression.list.range.end }
  emit(context, { kind: 'each', ...nodeBase(context, path, range), list, maximum, item, index, body, ordered, result })
  return valueOf(result)
}

export function lowerOtherwise(context: Context, expression: BinaryExpression, target: Target): Pure {
  const path = regionPath(context, target, 'otherwise')
  const side = (operand: typeof expression.left) =>
    lowerBlock(context, path, (inner) => [lowerExpression(inner, operand, { path, whole: false })])
  const attempt = side(expression.left)
  const fallback = side(expression.right)
  const result = freshValue(context.lowering, 'otherwise')
  emit(context, { kind: 'otherwise', ...nodeBase(context, path, expression.operatorRange), attempt, fallback, result })
  return valueOf(result)
}

/** Pure on both sides stays an expression; a right side with calls becomes a region that runs when it is needed. */
export function lowerLazy(context: Context, expression: BinaryExpression, operator: 'and' | 'or' | '??', target: Target): Pure {
  const part = partOf(target)
  const left = lowerExpression(context, expression.left, part)
  const right = lowerBlock(context, context.path, (inner) => [lowerExpression(inner, expression.right, part)])
  const [output] = right.outputs
  if (right.nodes.length === 0 && output !== undefined) {
    return { kind: operator === '??' ? 'default' : operator, left, right: output }
  }
  const path = regionPath(context, target, operator === '??' ? 'default' : operator)
  const result = freshValue(context.lowering, operator === '??' ? 'default' : operator)
  emit(context, { kind: 'lazy', ...nodeBase(context, path, expression.operatorRange), operator, left, right, result })
  return valueOf(result)
}
