import { editDistance } from '../../grammar/index.ts'

/**
 * The candidate that a person most likely meant: equal but for upper and lower case and `_`, or at most a third of the
 * letters (at least one) away. The nearest one, the first of equals; `null` where none is near.
 */
export function nearestName(name: string, candidates: Iterable<string>): string | null {
  const plain = (text: string): string => text.toLowerCase().replaceAll('_', '')
  const limit = Math.max(1, Math.floor(name.length / 3))
  let best: string | null = null
  let bestDistance = Number.POSITIVE_INFINITY
  for (const candidate of candidates) {
    if (candidate === name || Math.abs(candidate.length - name.length) > limit + 2) continue
    const distance = plain(candidate) === plain(name) ? 0.5 : editDistance(name, candidate)
    const reachable = distance <= limit && distance < Math.max(name.length, candidate.length)
    if (reachable && distance < bestDistance) {
      best = candidate
      bestDistance = distance
    }
  }
  return best
}

/** "Did you mean …?" for the nearest candidate, or `null`. */
export function didYouMean(name: string, candidates: Iterable<string>): string | null {
  const nearest = nearestName(name, candidates)
  return nearest === null ? null : `Did you mean \`${nearest}\`?`
}
