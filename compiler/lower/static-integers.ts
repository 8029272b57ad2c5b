import type { EachExpression, ForStatement, StaticInteger } from '../../grammar/index.ts'
import { substituteSize, sizeNumber } from '../types/size.ts'
import type { Size } from '../types/size.ts'
import { incomplete } from './giving-up.ts'
import type { Context } from './lowering.ts'

/** The value of `12`, or of a `static` parameter. */
export function staticInteger(context: Context, integer: StaticInteger): number {
  if (integer.kind === 'number_literal') return integer.value
  return sizeValue(context, { kind: 'symbol', name: integer.text })
}

/** The bound of a `for` or `each`: the `max` written, or the bound of its list's type. */
export function loopBound(context: Context, loop: ForStatement | EachExpression): number {
  const bound = context.frame.module.facts.loopBounds.get(loop)
  return bound === undefined ? unknownCount(context) : sizeValue(context, bound)
}

/** A size with the static parameters of the workflow put in. */
export function sizeValue(context: Context, size: Size): number {
  const statics = new Map<string, Size>()
  for (const [name, meaning] of context.names) if (meaning.kind === 'static') statics.set(name, sizeNumber(meaning.value))
  const value = substituteSize(size, statics)
  return value.kind === 'number' ? value.value : unknownCount(context)
}

function unknownCount(context: Context): number {
  incomplete(context.lowering)
  return 1
}
