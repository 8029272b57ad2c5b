import { expectNumber } from '../values/expect-value.ts'
import { groupsOf } from './ballots.ts'
import type { Builtin } from './builtin.ts'
import { compareKeys } from './compare-keys.ts'
import { emptyList, keyed } from './keys.ts'

/** `vote(T[n], .f) → T` †: the first element of the largest group of equal keys; ties go to the earliest group. */
const vote: Builtin = ([list], selector) => {
  const winner = earliest(groupsOf(keyed(list, selector)), (group) => group.size)
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
