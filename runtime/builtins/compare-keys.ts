import type { Value } from '../../compiler/index.ts'

/** Orders two numbers, or two strings by their code units, so that no locale changes an outcome. */
export function compareKeys(left: Value, right: Value): number {
  if (typeof left === 'number' && typeof right === 'number') return left - right
  if (typeof left === 'string' && typeof right === 'string') return left < right ? -1 : left > right ? 1 : 0
  throw new TypeError('the checker let keys pass that have no order')
}
