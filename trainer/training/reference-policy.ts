import type { NetworkState, PolicyGradientRow, PolicyNetwork } from '../engine/index.ts'
import type { PolicyOptimisation } from './train-on-rows.ts'

/** What draws a policy back to its reference in one step. */
export interface ReferencePull {
  /** Factor of the divergence, above 0. */
  readonly coefficient: number
  /** The rows with their log-probabilities under the reference. */
  pulled(rows: readonly PolicyGradientRow[]): readonly PolicyGradientRow[]
}

/**
 * The pull once this share of the budget is spent: β · max(0, 1 − spent / share), or β where it does not fall. Where it falls, what the
 * start could do is not forgotten before better teammates have tried it, and the end is the policy's own. `null` where there is none.
 */
export function referencePull(
  network: PolicyNetwork,
  reference: NetworkState,
  { referenceCoefficient, referenceShare }: Pick<PolicyOptimisation, 'referenceCoefficient' | 'referenceShare'>,
  spent: number,
): ReferencePull | null {
  const left = referenceCoefficient * (referenceShare === null ? 1 : Math.max(0, 1 - spent / referenceShare))
  return left === 0 ? null : { coefficient: left, pulled: (rows) => withReference(network, reference, rows) }
}

function withReference(network: PolicyNetwork, reference: NetworkState, rows: readonly PolicyGradientRow[]): readonly PolicyGradientRow[] {
  const current = network.snapshot()
  network.restore(reference)
  try {
    const evaluated = network.evaluate(rows)
    return rows.map((row, position) => ({ ...row, referenceLogProbabilities: evaluated[position]?.logProbabilities ?? null }))
  } finally {
    network.restore(current)
  }
}
