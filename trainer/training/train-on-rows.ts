import type { CreditedRow } from '../credit/index.ts'
import type { PolicyGradientMetrics, PolicyGradientRow, PolicyNetwork } from '../engine/index.ts'
import type { RandomStream } from '../random/random-stream.ts'
import { movingRows, policyRows } from './policy-rows.ts'
import type { ReferencePull } from './reference-policy.ts'

/** How a policy takes its steps on the rows of one rollout. */
export interface PolicyOptimisation {
  readonly learningRate: number
  /** Optimizer steps over which the rate grows to its value. */
  readonly warmUpSteps: number
  readonly clipRange: number
  readonly entropyCoefficient: number
  /** Factor of the divergence from the reference, at first. */
  readonly referenceCoefficient: number
  /** Rollouts trained on after which the reference is taken anew; `null`: it stays the policy as it was when training began. */
  readonly referenceSteps: number | null
  /** Share of the budget over which the factor falls to 0 in a straight line; `null`: it stays. */
  readonly referenceShare: number | null
  readonly maximumGradientNorm: number
  /** Optimizer steps per rollout: its rows are cut into so many parts. */
  readonly minibatches: number
  /** Times that all rows are gone through. */
  readonly epochs: number
  /** How far a recorded log-probability may be from its recomputation, in nats; the engine's default where it is left out. */
  readonly tolerance?: number
}

/**
 * Optimizer steps on the rows of a rollout, in random order. Empty where no row could move anything. The engine compares recorded
 * log-probabilities with a recomputation in the first step only, a random part of the rows: after it the weights are others. To
 * compare all of them, call `network.verify` before. `pull` draws towards a reference policy.
 */
export function trainOnRows(
  network: PolicyNetwork,
  credited: readonly CreditedRow[],
  optimisation: PolicyOptimisation,
  random: RandomStream,
  pull: ReferencePull | null = null,
): readonly PolicyGradientMetrics[] {
  const all = policyRows(credited)
  const moving = optimisation.entropyCoefficient === 0 && pull === null ? movingRows(all) : all
  const metrics: PolicyGradientMetrics[] = []
  if (!moving.some((row) => row.advantages.some((advantage) => advantage !== 0))) return metrics
  const rows = pull === null ? moving : pull.pulled(moving)
  for (let epoch = 0; epoch < optimisation.epochs; epoch += 1) {
    for (const part of parts(random.shuffle(rows), optimisation.minibatches)) {
      metrics.push(
        network.trainPolicyGradient(part, {
          learningRate: optimisation.learningRate,
          warmUpSteps: optimisation.warmUpSteps,
          clipRange: optimisation.clipRange,
          entropyCoefficient: optimisation.entropyCoefficient,
          referenceCoefficient: pull?.coefficient ?? 0,
          maximumGradientNorm: optimisation.maximumGradientNorm,
          weighting: 'row-sum',
          ...(optimisation.tolerance === undefined ? {} : { tolerance: optimisation.tolerance }),
        }),
      )
    }
  }
  return metrics
}

/** At most `count` parts of nearly equal size, none empty. */
function parts(rows: readonly PolicyGradientRow[], count: number): readonly (readonly PolicyGradientRow[])[] {
  const size = Math.ceil(rows.length / count)
  const cut: (readonly PolicyGradientRow[])[] = []
  for (let start = 0; start < rows.length; start += size) cut.push(rows.slice(start, start + size))
  return cut
}
