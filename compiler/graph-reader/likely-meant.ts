import { didYouMean } from '../diagnostics/nearest-name.ts'

/** No name that a person wrote is longer; comparing longer ones would take for ever. */
const longest = 100

/** "Did you mean …?" for an id of a foreign file, or `null`. */
export const likelyMeant = (name: string, candidates: Iterable<string>): string | null =>
  name.length > longest ? null : didYouMean(name, candidates)
