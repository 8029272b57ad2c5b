import type { Value } from '../../../compiler/index.ts'
import { scoreOutcome } from '../../../trainer/scorers/index.ts'
import type { ScoredTask, Scorer, Verdict } from '../../../trainer/scorers/index.ts'

export const scoredTask = (fields: Partial<ScoredTask> = {}): ScoredTask => ({ id: 't', input: {}, ...fields })

export const verdict = async (scorer: Scorer, result: Value, fields: Partial<ScoredTask> = {}): Promise<Verdict> =>
  scoreOutcome(scorer, scoredTask(fields), { kind: 'ok', value: result })

/** The score of a result, for a scorer that gives one. */
export async function score(scorer: Scorer, result: Value, fields: Partial<ScoredTask>): Promise<number> {
  const given = await verdict(scorer, result, fields)
  if (given.kind !== 'scored') throw new Error(given.reason)
  return given.score
}
