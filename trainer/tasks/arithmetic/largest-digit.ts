import type { Arithmetic } from './arithmetic.ts'

/** The largest digit that a number of this arithmetic can have. */
export const largestDigit = (arithmetic: Arithmetic): number =>
  Math.min(9, 'modulo' in arithmetic ? arithmetic.modulo - 1 : arithmetic.range)
