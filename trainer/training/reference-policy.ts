import type { NetworkState, PolicyGradientRow, PolicyNetwork } from '../engine/index.ts'

/** What draws a policy back to its reference in one step. */
export interface ReferencePull {
  /** Factor of the divergence, above 0. */
  readonly coefficient: number
  /** The rows with their log-probabilities under the reference. */
  pulled(rows: readonly PolicyGradientRow[]): readonly PolicyGradientRow[]
}

/** Share of the budget after which nothing holds a policy to its reference. */
const heldShare = 2 / 3

/**
 * The pull once this share of the budget is spent: in proportion to what is left, none from two thirds on. So what the start could do
 * is not forgotten before better teammates have tried it, and the end is the policy's own. `null` where there is none.
 */
export function referencePull(network: PolicyNetwork, reference: NetworkState, coefficient: number, spent: number): ReferencePull | null {
  const left = coefficient * Math.max(0, 1 - spent / heldShare)
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
