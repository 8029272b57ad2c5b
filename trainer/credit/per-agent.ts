import type { CallAdvantages, CreditGroup } from './credit-group.ts'
import { normaliseWithin } from './normalise-within.ts'
import type { Normalisation } from './normalise.ts'

/**
 * A_ijk = (R_ij − μ_a) / σ_a, with μ_a and σ_a over the calls of the agent a = a(k) in all executions of the task; an execution
 * counts as often as it calls the agent. Dr. MAS (arXiv 2602.08847): agents that are called in different executions have different
 * baselines. Where every execution calls each agent equally often, it is `broadcast`. Where the number of calls depends on replies, so
 * does the weight of an execution in its own baseline, and the direction of the gradient has a bias.
 */
export function perAgent(group: CreditGroup, normalisation: Normalisation): CallAdvantages {
  const calls = group.executions.flatMap(({ calls: own, reward }) => own.map(({ agent }) => ({ key: agent, value: reward })))
  const advantages = normaliseWithin(calls, normalisation)
  let next = 0
  return group.executions.map((execution) => execution.calls.map(() => advantages[next++] ?? 0))
}
