import type { ExperimentResult } from '../results/experiment-result.ts'
import type { Verdict } from './verdict.ts'

/** Of all designs that were written in training or for held-out tasks. */
export function everyDesignCompiles(results: readonly ExperimentResult[]): Verdict {
  const written = results.reduce((sum, result) => sum + result.written, 0)
  const compiled = results.reduce((sum, result) => sum + result.compiled, 0)
  const heldOut = results.every(({ before, after }) => before.compiledShare === 1 && after.compiledShare === 1)
  return {
    claim: 'Every design compiles',
    reached: results.length === 0 ? null : compiled === written && heldOut,
    found:
      `${compiled.toLocaleString('en')} of ${written.toLocaleString('en')} written in training, ` +
      `${heldOut ? 'all' : 'not all'} of those for held-out tasks`,
  }
}
