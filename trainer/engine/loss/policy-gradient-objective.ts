import type { PolicyGradientRow } from '../training-row.ts'
import type { TokenObjective } from './completion-loss.ts'

/** The terms of the loss beside the clipped ratio. */
export interface PolicyGradientTerms {
  /** Ratios count only between 1 − clipRange and 1 + clipRange where leaving would pay; default 0.2. */
  readonly clipRange?: number
  /** Factor of the divergence from the reference; default 0. */
  readonly referenceCoefficient?: number
  /** Factor of the entropy, which is subtracted from the loss; default 0. */
  readonly entropyCoefficient?: number
}

/** What a token's term of the loss looks like from outside, for the metrics. */
export interface PolicyGradientFacts {
  /** Current over recorded probability. */
  readonly ratio: number
  readonly clipped: boolean
  /** k3 estimate of the divergence from the recorded to the current policy. */
  readonly recordedDivergence: number
  /** k3 estimate of the divergence from the current policy to the reference; 0 where there is none. */
  readonly referenceDivergence: number
}

/**
 * The clipped surrogate of PPO (Schulman et al. 2017) per token, `−min(ρA, clip(ρ, 1 − ε, 1 + ε)A)` with ρ the ratio of
 * current to recorded probability under the same mask and temperature, plus `β · k3` towards a reference, minus `c · H`.
 * k3 (Schulman 2020) estimates the divergence from q to p by samples of q: `exp(d) − d − 1`, d = log p − log q.
 * `watch` sees the tokens that were chosen among at least two.
 */
export function policyGradientObjective(
  rows: readonly PolicyGradientRow[],
  factors: readonly number[],
  terms: PolicyGradientTerms,
  watch: (facts: PolicyGradientFacts) => void = () => undefined,
): TokenObjective {
  const { clipRange = 0.2, referenceCoefficient = 0, entropyCoefficient = 0 } = terms
  return ({ row, position, logProbability, entropy, choices }) => {
    const record = rows[row]
    const factor = factors[row] ?? 0
    const recorded = record?.logProbabilities[position] ?? Number.NaN
    const advantage = record?.advantages[position] ?? Number.NaN
    const reference = record?.referenceLogProbabilities?.[position]

    const ratio = Math.exp(logProbability - recorded)
    const bounded = Math.min(Math.max(ratio, 1 - clipRange), 1 + clipRange)
    const clipped = bounded * advantage < ratio * advantage
    const surrogate = clipped ? bounded * advantage : ratio * advantage

    const referenceDivergence = reference === undefined ? 0 : thirdEstimator(reference - logProbability)
    const pullOfReference = reference === undefined ? 0 : 1 - Math.exp(reference - logProbability)
    const recordedDivergence = thirdEstimator(logProbability - recorded)
    if (choices > 1) watch({ ratio, clipped, recordedDivergence, referenceDivergence })
    return {
      loss: factor * (referenceCoefficient * referenceDivergence - surrogate - entropyCoefficient * entropy),
      perLogProbability: factor * (referenceCoefficient * pullOfReference - (clipped ? 0 : ratio * advantage)),
      perEntropy: -factor * entropyCoefficient,
    }
  }
}

function thirdEstimator(difference: number): number {
  return Math.exp(difference) - difference - 1
}
