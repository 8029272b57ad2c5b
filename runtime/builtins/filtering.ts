import { expectBoolean, expectList } from '../values/expect-value.ts'
import type { Builtin } from './builtin.ts'
import { keyed } from './keys.ts'

/** `where(T[n], .f) → T[n]`: the elements whose key is true. */
const where: Builtin = ([list], selector) =>
  keyed(list, selector)
    .filter(({ key }) => expectBoolean(key))
    .map(({ item }) => item)

/** `count(T[n], .f) → int`: how many keys are true. */
const count: Builtin = ([list], selector) => keyed(list, selector).filter(({ key }) => expectBoolean(key)).length

/** `any(T[n], .f) → bool`: whether a key is true; false for the empty list. */
const any: Builtin = ([list], selector) => keyed(list, selector).some(({ key }) => expectBoolean(key))

/** `all(T[n], .f) → bool`: whether every key is true; true for the empty list. */
const all: Builtin = ([list], selector) => keyed(list, selector).every(({ key }) => expectBoolean(key))

/** `present(T?[n]) → T[n]`: the elements that are not `none`. */
const present: Builtin = ([list]) => expectList(list).filter((item) => item !== null)

/** Builtins that pick by a bool, or by presence. */
export const filtering: Readonly<Record<string, Builtin>> = { where, count, any, all, present }
