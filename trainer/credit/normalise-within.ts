import { normalise } from './normalise.ts'
import type { Normalisation } from './normalise.ts'

/** Normalises each value among those of equal key; the results stand in the order of the entries. */
export function normaliseWithin<Key>(
  entries: readonly { readonly key: Key; readonly value: number }[],
  normalisation: Normalisation,
): readonly number[] {
  const positions = Map.groupBy(entries.keys(), (position) => entries[position]?.key)
  const results = entries.map(() => 0)
  for (const group of positions.values()) {
    const values = group.map((position) => entries[position]?.value ?? NaN)
    normalise(values, normalisation).forEach((result, index) => {
      const position = group[index]
      if (position !== undefined) results[position] = result
    })
  }
  return results
}
