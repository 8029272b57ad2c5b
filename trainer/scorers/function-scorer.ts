import type { Value } from '../../compiler/index.ts'
import type { ScoredTask, Scorer, Verdict } from './scorer.ts'

/**
 * A function that scores: from the typed result of a run that came to one, and the task. A score lies in [0, 1]; `null` says
 * that nobody can judge this result.
 */
export type ScoringFunction = (result: Value, task: ScoredTask) => number | null | Promise<number | null>

/**
 * A scorer made of a function. What it throws, and what is no score, is a failure of the scorer with its message: it is never
 * taken for a 0.
 */
export const functionScorer = (name: string, judge: ScoringFunction): Scorer => ({
  name,
  fits: () => ({ kind: 'fits' }),
  judge: async (result, task): Promise<Verdict> => {
    let given: unknown
    try {
      // Copies: other repeats are judged by the same task.
      given = await judge(structuredClone(result), structuredClone(task))
    } catch (error) {
      return { kind: 'failed', reason: `the scorer ${name} threw: ${error instanceof Error ? error.message : String(error)}` }
    }
    if (given === null) return { kind: 'unknown', reason: `the scorer ${name} cannot say` }
    if (typeof given === 'number' && given >= 0 && given <= 1) return { kind: 'scored', score: given }
    return { kind: 'failed', reason: `the scorer ${name} gave ${shown(given)}: a score is a number from 0 to 1, or null` }
  },
})

const shown = (given: unknown): string => (typeof given === 'number' ? String(given) : given === undefined ? 'nothing' : `a ${typeof given}`)
