import { spread } from './credit-group.ts'
import type { CallAdvantages, CreditGroup } from './credit-group.ts'
import { normalise } from './normalise.ts'
import type { Normalisation } from './normalise.ts'

/**
 * A_ijk = (R_ij − μ) / σ, with μ and σ over all executions of the task (σ = 1 without deviation); the same for every call k.
 * MetaAgent-X (arXiv 2605.14212). Its expectation under `mean` is (1 − 1/n) times the exact gradient, n executions: of the baseline μ one
 * n-th is the execution itself.
 */
export function broadcast(group: CreditGroup, normalisation: Normalisation): CallAdvantages {
  return spread(
    group,
    normalise(
      group.executions.map((execution) => execution.reward),
      normalisation,
    ),
  )
}
