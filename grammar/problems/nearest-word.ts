import { editDistance } from './edit-distance.ts'

/**
 * The word that a misspelled one most likely stands for: at most one edit (two from six letters on; an edit is a letter
 * more, less, changed, or swapped with its neighbour), the first of the nearest; `undefined` where nothing is near.
 */
export function nearestWord(written: string, candidates: readonly string[]): string | undefined {
  const limit = written.length < 3 ? 0 : written.length < 6 ? 1 : 2
  let nearest: string | undefined
  let least = limit + 1
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - written.length) >= least) continue
    const distance = editDistance(written.toLowerCase(), candidate)
    if (distance < least) {
      least = distance
      nearest = candidate
    }
  }
  return nearest
}
