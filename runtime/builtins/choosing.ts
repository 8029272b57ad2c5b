import type { Value } from '../../compiler/index.ts'
import { equalValues } from '../values/equal-values.ts'
import { expectNumber } from '../values/expect-value.ts'
import type { Builtin } from './builtin.ts'
import { compareKeys } from './compare-keys.ts'
import { emptyList, keyed } from './keys.ts'
import type { Keyed } from './keys.ts'

/** `vote(T[n], .f) → T` †: the first element of the largest group of equal keys; ties go to the earliest group. */
const vote: Builtin = ([list], selector) => {
  const groups: { readonly first: Keyed; size: number }[] = []
  const byScalar = new Map<Value, { readonly first: Keyed; size: number }>()
  for (const entry of keyed(list, selector)) {
    const plain = typeof entry.key !== 'object' || entry.key === null
    const known = plain ? byScalar.get(entry.key) : groups.find((group) => equalValues(group.first.key, entry.key))
    if (known !== undefined) {
      known.size += 1
      continue
    }
    const group = { first: entry, size: 1 }
    groups.push(group)
    if (plain) byScalar.set(entry.key, group)
  }
  const winner = earliest(groups, (group) => group.size)
  return winner === undefined ? emptyList('vote') : winner.first.item
}

/** `best(T[n], .f) → T` †: the element with the greatest number; ties go to the earliest. */
const best: Builtin = ([list], selector) => {
  const entries = keyed(list, selector)
  const winner = earliest(entries, (entry) => expectNumber(entry.key))
  return winner === undefined ? emptyList('best') : winner.item
}

/** `sort(T[n], .f) → T[n]`: ascending by number or by text (in code units); equal keys keep their order. */
const sort: Builtin = ([list], selector) =>
  keyed(list, selector)
    .toSorted((a, b) => compareKeys(a.key, b.key))
    .map(({ item }) => item)

/** Builtins that compare elements with each other. */
export const choosing: Readonly<Record<string, Builtin>> = { vote, best, sort }

function earliest<Item>(items: readonly Item[], measure: (item: Item) => number): Item | undefined {
  let winner: Item | undefined
  let greatest = Number.NEGATIVE_INFINITY
  for (const item of items) {
    const value = measure(item)
    if (value > greatest) {
      winner = item
      greatest = value
    }
  }
  return winner
}
