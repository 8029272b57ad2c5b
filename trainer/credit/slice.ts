import { broadcast } from './broadcast.ts'
import type { CallAdvantages, CreditGroup } from './credit-group.ts'
import type { Normalisation } from './normalise.ts'

/**
 * `broadcast`, and 0 for calls that could not have influenced the outcome, whatever they had replied: those of losing branches
 * and discarded values. Given everything else that was sampled, neither the reward nor which calls count depends on such a call, so
 * leaving it out changes the variance of the gradient and not its expectation: under `mean` (1 − 1/n) times the exact one.
 */
export function slice(group: CreditGroup, normalisation: Normalisation): CallAdvantages {
  const advantages = broadcast(group, normalisation)
  return group.executions.map(({ calls }, position) =>
    calls.map((call, index) => (call.influenced ? (advantages[position]?.[index] ?? 0) : 0)),
  )
}
