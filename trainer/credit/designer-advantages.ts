import { normalise } from './normalise.ts'
import type { Normalisation } from './normalise.ts'

/**
 * A_i = (r_i − μ) / σ over the M designs of one task, with r_i the mean reward of the executions of design i. Rewards in
 * the order of the designs; `null`, for a design without a reward, takes no part and stays `null`.
 */
export function designerAdvantages(
  rewards: readonly (number | null)[],
  normalisation: Normalisation,
): readonly (number | null)[] {
  const known = normalise(
    rewards.filter((reward) => reward !== null),
    normalisation,
  )
  let next = 0
  return rewards.map((reward) => (reward === null ? null : (known[next++] ?? 0)))
}
