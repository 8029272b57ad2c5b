import type { CreditedRow } from '../credit/index.ts'
import type { PolicyGradientMetrics, PolicyGradientRow, PolicyNetwork } from '../engine/index.ts'
import type { RandomStream } from '../random/random-stream.ts'
import type { Learner } from './learner.ts'
import { movingRows, policyRows } from './policy-rows.ts'

/** How a policy takes its steps on the rows of one rollout. */
export interface PolicyOptimisation {
  readonly learningRate: number
  /** Optimizer steps over which the rate grows to its value. */
  readonly warmUpSteps: number
  readonly clipRange: number
  readonly entropyCoefficient: number
  /**
   * Factor of the divergence from the policy as it was when training began: at first this, then falling in proportion to the requests
   * spent, and 0 from two thirds of the budget on. What the start could do is not forgotten before better teammates have tried it.
   */
  readonly referenceCoefficient: number
  readonly maximumGradientNorm: number
  /** Optimizer steps per rollout: its rows are cut into so many parts. */
  readonly minibatches: number
  /** Times that all rows are gone through. */
  readonly epochs: number
}

/** Share of the budget after which nothing holds a policy to its reference. */
const referenceShare = 2 / 3

/**
 * Optimizer steps on the rows of a rollout, in random order, when this share of the budget has been spent. Empty where no row could move anything. The engine compares recorded
 * log-probabilities with a recomputation in the first step only, a random part of the rows: after it the weights are others. To
 * compare all of them, call `network.verify` before; it takes about a sixth of the time of a rollout and its steps.
 */
export function trainOnRows(
  { network, reference, optimisation }: Pick<Learner, 'network' | 'reference' | 'optimisation'>,
  credited: readonly CreditedRow[],
  spent: number,
  random: RandomStream,
): readonly PolicyGradientMetrics[] {
  const referenceCoefficient = optimisation.referenceCoefficient * Math.max(0, 1 - spent / referenceShare)
  const all = policyRows(credited)
  const moving = optimisation.entropyCoefficient === 0 && referenceCoefficient === 0 ? movingRows(all) : all
  const metrics: PolicyGradientMetrics[] = []
  if (!moving.some((row) => row.advantages.some((advantage) => advantage !== 0))) return metrics
  const rows = referenceCoefficient === 0 ? moving : withReference(moving, reference)
  for (let epoch = 0; epoch < optimisation.epochs; epoch += 1) {
    for (const part of parts(random.shuffle(rows), optimisation.minibatches)) {
      metrics.push(
        network.trainPolicyGradient(part, {
          learningRate: optimisation.learningRate,
          warmUpSteps: optimisation.warmUpSteps,
          clipRange: optimisation.clipRange,
          entropyCoefficient: optimisation.entropyCoefficient,
          referenceCoefficient,
          maximumGradientNorm: optimisation.maximumGradientNorm,
          weighting: 'row-sum',
        }),
      )
    }
  }
  return metrics
}

function withReference(rows: readonly PolicyGradientRow[], reference: PolicyNetwork): readonly PolicyGradientRow[] {
  const evaluated = reference.evaluate(rows)
  return rows.map((row, position) => ({ ...row, referenceLogProbabilities: evaluated[position]?.logProbabilities ?? null }))
}

/** At most `count` parts of nearly equal size, none empty. */
function parts(rows: readonly PolicyGradientRow[], count: number): readonly (readonly PolicyGradientRow[])[] {
  const size = Math.ceil(rows.length / count)
  const cut: (readonly PolicyGradientRow[])[] = []
  for (let start = 0; start < rows.length; start += size) cut.push(rows.slice(start, start + size))
  return cut
}
