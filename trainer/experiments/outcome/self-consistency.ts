import type { ExperimentResult, VoteMeasure } from '../results/experiment-result.ts'

/**
 * Self-consistency at equal cost: the vote of the trained single agent that costs at least as much as the team of the same seed, the
 * cheapest such one; the dearest where all cost less. `null` where none was measured.
 */
export function selfConsistency(team: Pick<ExperimentResult, 'after'>, { votes }: Pick<ExperimentResult, 'votes'>): VoteMeasure | null {
  const bySize = votes.toSorted((left, right) => left.size - right.size)
  return bySize.find(({ size }) => size >= team.after.requestsPerTask) ?? bySize.at(-1) ?? null
}
