import { spread } from './credit-group.ts'
import type { CallAdvantages, CreditGroup } from './credit-group.ts'
import { normaliseWithin } from './normalise-within.ts'
import type { Normalisation } from './normalise.ts'

/**
 * A_ijk = (R_ij − μ_i) / σ_i, with μ_i and σ_i over the executions of design i: an executor is not paid for standing in a good
 * design. The comparison of GRPO (arXiv 2402.03300), with a task and its design in the place of a prompt. Its expectation under `mean` is
 * (1 − 1/N) times the exact gradient, N executions of each design. A design with a single execution gets 0.
 */
export function designGroup(group: CreditGroup, normalisation: Normalisation): CallAdvantages {
  const entries = group.executions.map(({ design, reward }) => ({ key: design, value: reward }))
  return spread(group, normaliseWithin(entries, normalisation))
}
