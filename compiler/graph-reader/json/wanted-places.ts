/** Pointers that are looked for, as a tree: what no pointer leads through needs no pointer of its own. */
export interface WantedPlaces {
  /** The pointer that ends here; `null` where none does. */
  pointer: string | null
  readonly inner: Map<string, WantedPlaces>
}

export function wantedPlaces(pointers: Iterable<string>): WantedPlaces {
  const root: WantedPlaces = { pointer: null, inner: new Map() }
  for (const pointer of pointers) {
    let place = root
    for (const step of pointer.split('/').slice(1)) {
      const next = place.inner.get(step) ?? { pointer: null, inner: new Map() }
      place.inner.set(step, next)
      place = next
    }
    place.pointer = pointer
  }
  return root
}
