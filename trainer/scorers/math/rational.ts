import { isOperation, operandsOf } from './math-json.ts'
import type { MathJson } from './math-json.ts'

/** A fraction; the lower part is positive. The library's own fractions lose digits where their parts grow beyond 2^53. */
export interface Rational {
  readonly over: bigint
  readonly under: bigint
}

/** In binary digits: whoever writes larger numbers has them compared by their first digits. */
const longestPart = 20_000

/** The exact value of a tree of sums, products, quotients and whole powers; `null` for anything else. */
export function rationalOf(tree: MathJson): Rational | null {
  const value = isOperation(tree) ? valueOf(tree[0], operandsOf(tree).map(rationalOf)) : leafOf(tree)
  return value === null || [value.over, value.under].some((part) => part.toString(16).length * 4 > longestPart) ? null : value
}

/** The value as a decimal with so many digits behind the point. */
export function decimalOf({ over, under }: Rational, digits: number): string {
  const scaled = ((over < 0n ? -over : over) * 10n ** BigInt(digits)) / under
  const text = scaled.toString().padStart(digits + 1, '0')
  return `${over < 0n ? '-' : ''}${text.slice(0, -digits)}.${text.slice(-digits)}`
}

export const isSameRational = (left: Rational, right: Rational): boolean => left.over * right.under === right.over * left.under

function leafOf(leaf: MathJson): Rational | null {
  if (typeof leaf === 'number') return Number.isSafeInteger(leaf) ? { over: BigInt(leaf), under: 1n } : null
  const parts = typeof leaf === 'object' && 'num' in leaf ? /^([+-]?\d+)(?:e\+?(\d{1,4}))?$/i.exec(leaf.num) : null
  return parts === null ? null : { over: BigInt(parts[1] ?? '') * 10n ** BigInt(parts[2] ?? 0), under: 1n }
}

function valueOf(operator: string, operands: readonly (Rational | null)[]): Rational | null {
  const known = operands.filter((operand) => operand !== null)
  const [first, second] = known
  if (known.length < operands.length || first === undefined) return null
  switch (operator) {
    case 'Add':
      return known.reduce(sum)
    case 'Multiply':
      return known.reduce(product)
    case 'Negate':
      return negated(first)
    case 'Subtract':
      return second === undefined ? negated(first) : sum(first, negated(second))
    case 'Divide':
    case 'Rational':
      return second === undefined ? null : quotient(first, second)
    case 'Power':
      return second === undefined ? null : power(first, second)
    case 'Square':
      return product(first, first)
    default:
      return null
  }
}

const sum = (left: Rational, right: Rational): Rational => ({ over: left.over * right.under + right.over * left.under, under: left.under * right.under })

const product = (left: Rational, right: Rational): Rational => ({ over: left.over * right.over, under: left.under * right.under })

const negated = ({ over, under }: Rational): Rational => ({ over: -over, under })

function quotient(left: Rational, right: Rational): Rational | null {
  if (right.over === 0n) return null
  const sign = right.over < 0n ? -1n : 1n
  return { over: left.over * right.under * sign, under: left.under * right.over * sign }
}

function power(base: Rational, { over, under }: Rational): Rational | null {
  const exponent = Number(over / under)
  if (over % under !== 0n || (base.over === 0n && exponent <= 0)) return null
  const size = Math.max(base.over.toString(16).length, base.under.toString(16).length) * 4
  if (Math.abs(exponent) * size > longestPart) return null
  const raised = { over: base.over ** BigInt(Math.abs(exponent)), under: base.under ** BigInt(Math.abs(exponent)) }
  return exponent < 0 ? quotient({ over: 1n, under: 1n }, raised) : raised
}
