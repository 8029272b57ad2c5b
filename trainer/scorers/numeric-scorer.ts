import type { Value } from '../../compiler/index.ts'
import { comparingScorer } from './comparing-scorer.ts'
import type { Scorer } from './scorer.ts'

/** How far a number may be from the expected one; both are 0 where nothing is declared: a near miss is a miss. */
export interface Tolerances {
  readonly tolerance: number
  /** In parts of the expected number: 0.01 is 1 %. */
  readonly relativeTolerance: number
}

/**
 * 1 where the result is the same number as the expected value; both may be a number or a text that is one, so `7`, `"7"` and
 * `" 7.0 "` are equal. Integers are compared digit by digit, beyond 2^53 too. With a tolerance, a number no farther from the
 * expected one than the larger of the two tolerances is right as well.
 */
export const numericScorer = ({ tolerance, relativeTolerance }: Tolerances): Scorer =>
  comparingScorer('numeric', (result, expected) => {
    const [found, wanted] = [numberText(result), numberText(expected)]
    if (found === null || wanted === null) return false
    if (isSame(found, wanted)) return true
    const allowed = Math.max(tolerance, relativeTolerance * Math.abs(Number(wanted)))
    return allowed > 0 && Math.abs(Number(found) - Number(wanted)) <= allowed
  })

function isSame(found: string, wanted: string): boolean {
  const [foundInteger, wantedInteger] = [integerOf(found), integerOf(wanted)]
  if (foundInteger !== null && wantedInteger !== null) return foundInteger === wantedInteger
  return foundInteger === null && wantedInteger === null && Number(found) === Number(wanted)
}

/** A number in decimal notation, and nothing else but white space around it. */
const decimal = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/

function numberText(value: Value): string | null {
  if (typeof value !== 'number' && typeof value !== 'string') return null
  const text = String(value).trim()
  return decimal.test(text) && Math.abs(exponentOf(text)) <= largestExponent ? text : null
}

/** Beyond it a text is no number that anyone meant; doubles end at 308. */
const largestExponent = 300

const exponentOf = (text: string): number => Number(/[eE](.*)$/.exec(text)?.[1] ?? 0)

/** The integer that a decimal text stands for, exactly; `null` where it is none. */
function integerOf(text: string): bigint | null {
  const parts = /^([+-]?)(\d*)\.?(\d*)(?:[eE]([+-]?\d+))?$/.exec(text)
  if (parts === null) return null
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = parts
  const shift = Number(exponent) - fraction.length
  const digits = `${whole}${fraction}`
  const written = shift >= 0 ? digits.padEnd(digits.length + shift, '0') : withoutZeros(digits, -shift)
  return written === null ? null : BigInt(written === '' ? '0' : written) * (sign === '-' ? -1n : 1n)
}

/** The digits without this many zeros at their end; `null` where other digits stand there. */
function withoutZeros(digits: string, count: number): string | null {
  const kept = digits.slice(0, Math.max(0, digits.length - count))
  return /^0*$/.test(digits.slice(kept.length)) ? kept : null
}
