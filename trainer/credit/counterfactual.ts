import type { CallAdvantages, CreditGroup } from './credit-group.ts'
import { meanWorth } from './mean-worth.ts'
import type { ReplayReward, ReplaySettings } from './replay.ts'

/**
 * A_k = R − (1/J) Σ_j R(k ← a_j): what the execution is worth, less the mean over J replies drawn for the same request of call k,
 * each followed by what depends on it. C3 (arXiv 2603.06859), its leave-one-out baseline for the reply that was given. Given that
 * reply and everything that does not depend on it, its expectation is Q − V exactly; so the gradient has no bias. A call without
 * influence has 0, and costs no request; any other one J, and those of the calls that have another request because of it.
 */
export function counterfactual(
  { executions }: CreditGroup,
  replay: ReplayReward,
  { alternatives }: ReplaySettings,
): Promise<CallAdvantages> {
  const advantage = async (execution: number, call: number, reward: number): Promise<number> => {
    const others = Array.from({ length: alternatives }, (_, index) =>
      replay({ execution, intervention: { kind: 'resample', call }, draw: index + 1 }),
    )
    return reward - meanWorth(await Promise.all(others))
  }
  return Promise.all(
    executions.map(({ reward, calls }, execution) =>
      Promise.all(calls.map(({ influenced }, call) => (influenced ? advantage(execution, call, reward) : 0))),
    ),
  )
}
