import type { Value } from '../../compiler/index.ts'
import { expectList, expectNumber } from '../values/expect-value.ts'
import { finite } from '../values/finite.ts'
import type { Builtin } from './builtin.ts'
import { emptyList } from './keys.ts'

const numbersOf = (list: Value | undefined): readonly number[] => expectList(list).map(expectNumber)

const total = (numbers: readonly number[]): number => numbers.reduce((left, right) => left + right, 0)

/** `sum(number[n]) → number`, from left to right; 0 for the empty list. */
const sum: Builtin = ([list]) => finite(total(numbersOf(list)))

/** `mean(number[n]) → number` †. */
const mean: Builtin = ([list]) => {
  const numbers = numbersOf(list)
  return numbers.length === 0 ? emptyList('mean') : finite(total(numbers) / numbers.length)
}

/** `min` † and `max` †: of a list, or of two numbers. */
const extreme =
  (name: string, pick: (left: number, right: number) => number): Builtin =>
  ([first, second]) => {
    const numbers = second === undefined ? numbersOf(first) : [expectNumber(first), expectNumber(second)]
    const [start, ...rest] = numbers
    return start === undefined ? emptyList(name) : rest.reduce((left, right) => pick(left, right), start)
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
