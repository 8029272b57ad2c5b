import { expectString } from '../values/expect-value.ts'
import { renderJson } from '../values/render-json.ts'
import { renderText } from '../values/render-text.ts'
import type { Builtin } from './builtin.ts'

const decimal = /^[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/
const whole = /^[+-]?\d+$/

/** `number(s) → number?`: a decimal number and nothing else but white space around it; `none` otherwise. */
const number: Builtin = ([text]) => {
  const written = expectString(text).trim()
  const value = Number(written)
  return decimal.test(written) && Number.isFinite(value) ? noNegativeZero(value) : null
}

/** `int(s) → int?`: a whole number of at most 2^53 and nothing else but white space around it; `none` otherwise. */
const int: Builtin = ([text]) => {
  const written = expectString(text).trim()
  const value = Number(written)
  return whole.test(written) && Number.isSafeInteger(value) ? noNegativeZero(value) : null
}

/** `text(x) → string`: as a text inserts it. */
const text: Builtin = ([value]) => renderText(value ?? null)

/** `json(x) → string`: compact JSON, a string in quotes, `none` as `null`. */
const json: Builtin = ([value]) => renderJson(value ?? null)

/** Builtins between texts and other values. */
export const converting: Readonly<Record<string, Builtin>> = { number, int, text, json }

const noNegativeZero = (value: number): number => (value === 0 ? 0 : value)
