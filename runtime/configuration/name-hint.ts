import { nearestName } from '../../compiler/diagnostics/index.ts'

/** The nearest of the names there are, or all of them, for the end of a message about one that is not there. */
export function nameHint(written: string, candidates: readonly string[]): string {
  const nearest = nearestName(written, candidates)
  if (nearest !== null) return ` Did you mean "${nearest}"?`
  return candidates.length === 0 ? '' : ` There is ${candidates.map((name) => `"${name}"`).join(', ')}.`
}
