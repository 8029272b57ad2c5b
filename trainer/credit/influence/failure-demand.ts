import { mayFail, pureOperands, stepMayFail } from '../../../compiler/graph/index.ts'
import type { Pure } from '../../../compiler/graph/index.ts'
import { demandOf } from './demand-of.ts'
import type { Read } from './demand-of.ts'
import { shape, whole } from './demand.ts'

/** Builtins that fail on an empty list, and on nothing else. */
const failingOnEmpty: ReadonlySet<string> = new Set(['vote', 'best', 'last'])

/**
 * What matters of the values that an expression reads for whether it fails, although nobody may need its result: an index out
 * of range, a division by zero, a number too large, a builtin on an empty list.
 */
export function failureDemand(pure: Pure, read: Read): void {
  if (stepMayFail(pure)) demandOfStep(pure, read)
  // Whether the right side is evaluated at all is up to the left one.
  const isLazy = pure.kind === 'and' || pure.kind === 'or' || pure.kind === 'default'
  if (isLazy && mayFail(pure.right)) demandOf(pure.left, whole, read)
  for (const operand of pureOperands(pure)) failureDemand(operand, read)
}

function demandOfStep(pure: Pure, read: Read): void {
  if (pure.kind === 'index') {
    demandOf(pure.of, shape, read)
    demandOf(pure.index, whole, read)
  } else if (pure.kind === 'builtin' && failingOnEmpty.has(pure.name)) {
    for (const argument of pure.arguments) demandOf(argument, shape, read)
  } else {
    demandOf(pure, whole, read)
  }
}
