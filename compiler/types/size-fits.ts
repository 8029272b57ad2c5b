import { sizeKey } from './size.ts'
import type { Size } from './size.ts'

/** The least value that the size can have: every `static` parameter is at least 1. */
function leastValue(size: Size): number {
  switch (size.kind) {
    case 'number':
      return size.value
    case 'symbol':
      return 1
    case 'sum':
      return size.terms.reduce((total, term) => total + leastValue(term), 0)
    case 'product':
      return size.terms.reduce((total, term) => total * leastValue(term), 1)
    case 'minimum':
      return Math.min(...size.terms.map(leastValue))
  }
}

/**
 * Whether a list of at most `from` elements is always one of at most `to`. Sound, and complete for numbers; of symbolic
 * sizes it knows equal ones and what a sum, a product or a minimum says by itself.
 */
export function sizeFits(from: Size | null, to: Size | null): boolean {
  if (to === null) return true
  if (from === null) return false
  if (from.kind === 'number') return from.value <= leastValue(to)
  if (sizeKey(from) === sizeKey(to)) return true
  if (to.kind === 'minimum') return to.terms.every((term) => sizeFits(from, term))
  if (from.kind === 'minimum') return from.terms.some((term) => sizeFits(term, to))
  if (to.kind === 'sum') return to.terms.some((term) => sizeFits(from, term))
  if (to.kind === 'product') return to.terms.some((term) => sizeFits(from, term)) && leastValue(to) > 0
  return false
}

/** The least size that both fit; `null` (no bound) where the language can name none. */
export function joinSizes(left: Size | null, right: Size | null): Size | null {
  const leftFits = sizeFits(left, right)
  const rightFits = sizeFits(right, left)
  if (leftFits && rightFits && left !== null && right !== null) return sizeKey(left) <= sizeKey(right) ? left : right
  if (leftFits) return right
  return rightFits ? left : null
}
