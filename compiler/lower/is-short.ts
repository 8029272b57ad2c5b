import type { Pure } from '../graph/index.ts'

/** Whether copying the expression to every use costs nothing, and it cannot fail: a constant, a value, or a field of one. */
export function isShort(pure: Pure): boolean {
  if (pure.kind === 'field') return isShort(pure.of)
  return pure.kind === 'value' || pure.kind === 'constant'
}
