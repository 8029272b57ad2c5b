import { editDistance } from '../../grammar/problems/index.ts'

/**
 * The candidates that a person most likely meant: equal but for upper and lower case and `_`, or at most a third of the
 * letters (at least one) away. All that are nearest, in their order; none where none is near.
 */
export function nearestNames(name: string, candidates: Iterable<string>): readonly string[] {
  const plain = (text: string): string => text.toLowerCase().replaceAll('_', '')
  const limit = Math.max(1, Math.floor(name.length / 3))
  let best: string[] = []
  let bestDistance = Number.POSITIVE_INFINITY
  for (const candidate of candidates) {
    if (candidate === name || Math.abs(candidate.length - name.length) > limit + 2) continue
    const distance = plain(candidate) === plain(name) ? 0.5 : editDistance(name, candidate)
    const reachable = distance <= limit && distance < Math.max(name.length, candidate.length)
    if (!reachable || distance > bestDistance) continue
    best = distance < bestDistance ? [candidate] : [...best, candidate]
    bestDistance = distance
  }
  return best
}

/** The first of the nearest candidates; `null` where none is near. */
export const nearestName = (name: string, candidates: Iterable<string>): string | null => nearestNames(name, candidates)[0] ?? null

/** "Did you mean …?" for the nearest candidate, or `null`. */
export function didYouMean(name: string, candidates: Iterable<string>): string | null {
  const nearest = nearestName(name, candidates)
  return nearest === null ? null : `Did you mean \`${nearest}\`?`
}
