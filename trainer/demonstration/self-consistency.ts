import type { ArmResult } from './arm-result.ts'
import type { VoteResult } from './run-arm-process.ts'

/** The single agent's executors under the vote whose cost is nearest to the trained team's requests per task. */
export function selfConsistency(results: readonly ArmResult[], votes: readonly VoteResult[]): readonly ArmResult[] {
  const team = trainedTeam(results) ?? results[0]
  if (team === undefined) return []
  const cost = Math.max(1, Math.round(team.after.requestsPerTask))
  const nearest = votes.toSorted((a, b) => Math.abs(a.size - cost) - Math.abs(b.size - cost))[0]
  return nearest === undefined ? [] : [nearest.result]
}

/** The first arm whose designs are its own. */
export const trainedTeam = (results: readonly ArmResult[]): ArmResult | undefined => results.find((result) => result.designs.length > 0)
