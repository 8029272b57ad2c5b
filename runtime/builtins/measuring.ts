import { expectNumber } from '../values/expect-value.ts'
import type { Value } from '../../compiler/index.ts'
import { finite } from '../values/finite.ts'
import type { Builtin } from './builtin.ts'
import { emptyList, keyed } from './keys.ts'

const numbersOf = (list: Value | undefined, selector: string | null): readonly number[] =>
  keyed(list, selector).map(({ key }) => expectNumber(key))

const total = (numbers: readonly number[]): number => numbers.reduce((left, right) => left + right, 0)

/** `sum(number[n]) → number`, from left to right; 0 for the empty list. */
const sum: Builtin = ([list], selector) => finite(total(numbersOf(list, selector)))

/** `mean(number[n]) → number` †. */
const mean: Builtin = ([list], selector) => {
  const numbers = numbersOf(list, selector)
  return numbers.length === 0 ? emptyList('mean') : finite(total(numbers) / numbers.length)
}

/** `min` † and `max` †: of a list, or of two numbers. */
const extreme =
  (name: string, pick: (left: number, right: number) => number): Builtin =>
  ([first, second], selector) => {
    const numbers = second === undefined ? numbersOf(first, selector) : numbersOf([first ?? null, second], null)
    const [start, ...rest] = numbers
    return start === undefined ? emptyList(name) : rest.reduce(pick, start)
  }

/** `round(number) → int`: to the nearest whole number, halves away from zero. */
const round: Builtin = ([value]) => {
  const number = expectNumber(value)
  const magnitude = Math.abs(number)
  const whole = Math.floor(magnitude)
  const rounded = magnitude - whole >= 0.5 ? whole + 1 : whole
  return finite(number < 0 ? -rounded : rounded)
}

/** `abs(number) → number`. */
const abs: Builtin = ([value]) => Math.abs(expectNumber(value))

/** Builtins over numbers. */
export const measuring: Readonly<Record<string, Builtin>> = {
  sum,
  mean,
  min: extreme('min', Math.min),
  max: extreme('max', Math.max),
  round,
  abs,
}
