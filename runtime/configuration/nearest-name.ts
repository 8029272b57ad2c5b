/**
 * The candidate that a mistyped name most likely means: the one with the least Damerau-Levenshtein distance (optimal string
 * alignment), if at most a third of the letters differ; letters that differ in case alone count half. `null` where none is near.
 */
export function nearestName(written: string, candidates: Iterable<string>): string | null {
  const limit = Math.max(1, Math.floor(written.length / 3))
  let nearest: { readonly name: string; readonly distance: number } | null = null
  for (const name of candidates) {
    const distance = editDistance(written, name)
    if (distance <= limit && (nearest === null || distance < nearest.distance)) nearest = { name, distance }
  }
  return nearest?.name ?? null
}

/** " Did you mean "x"?" or the names there are, for the end of a message. */
export function nameHint(written: string, candidates: readonly string[]): string {
  const nearest = nearestName(written, candidates)
  if (nearest !== null) return ` Did you mean "${nearest}"?`
  return candidates.length === 0 ? '' : ` There is ${candidates.map((name) => `"${name}"`).join(', ')}.`
}

function editDistance(left: string, right: string): number {
  let before: number[] = []
  let previous = Array.from({ length: right.length + 1 }, (_, column) => column)
  for (let row = 1; row <= left.length; row++) {
    const current = [row]
    for (let column = 1; column <= right.length; column++) {
      const [a, b] = [left.charAt(row - 1), right.charAt(column - 1)]
      const cost = a === b ? 0 : a.toLowerCase() === b.toLowerCase() ? 0.5 : 1
      let least = Math.min(at(previous, column) + 1, at(current, column - 1) + 1, at(previous, column - 1) + cost)
      const swapped = row > 1 && column > 1 && a === right.charAt(column - 2) && b === left.charAt(row - 2)
      if (swapped) least = Math.min(least, at(before, column - 2) + 1)
      current.push(least)
    }
    before = previous
    previous = current
  }
  return at(previous, right.length)
}

const at = (row: readonly number[], column: number): number => row[column] ?? Number.POSITIVE_INFINITY
