import type { ExperimentResult } from '../results/experiment-result.ts'
import type { ScoresBySeed } from './paired-difference.ts'
import { selfConsistency } from './self-consistency.ts'

export const ofMethod = (results: readonly ExperimentResult[], setting: string, method: string): readonly ExperimentResult[] =>
  results.filter((result) => result.setting === setting && result.method === method)

/** Held-out scores after training. */
export const scoresOf = (results: readonly ExperimentResult[], setting: string, method: string): ScoresBySeed =>
  new Map(ofMethod(results, setting, method).map(({ seed, after }) => [seed, after.scores]))

/** Those of self-consistency at the cost of a team: of the seeds in which both have ended. */
export function consistentScoresOf(results: readonly ExperimentResult[], setting: string, team: string, single: string): ScoresBySeed {
  const teams = ofMethod(results, setting, team)
  return new Map(
    ofMethod(results, setting, single).flatMap((agent) => {
      const own = teams.find(({ seed }) => seed === agent.seed)
      const vote = own === undefined ? null : selfConsistency(own, agent)
      return vote === null ? [] : [[agent.seed, vote.scores] as const]
    }),
  )
}
