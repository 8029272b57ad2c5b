import { spread } from './credit-group.ts'
import type { CallAdvantages, CreditGroup } from './credit-group.ts'

/**
 * A_ijk = R_ij − (Σ R − R_ij) / (n − 1): the reward minus the mean of the other executions of the task, which is n / (n − 1) times
 * `broadcast` under `mean`. REINFORCE leave-one-out (Kool, van Hoof and Welling 2019, "Buy 4 REINFORCE Samples, Get a Baseline for Free!";
 * Ahmadian et al. 2024, arXiv 2402.14740). Its expectation is the exact gradient; it has no normalisation. A single execution gets 0.
 */
export function rloo(group: CreditGroup): CallAdvantages {
  const rewards = group.executions.map((execution) => execution.reward)
  const total = rewards.reduce((sum, reward) => sum + reward, 0)
  const others = rewards.length - 1
  return spread(
    group,
    rewards.map((reward) => (others === 0 ? 0 : reward - (total - reward) / others)),
  )
}
