import type { TokenLoss, TokenObjective, TokenOutlook } from './loss/completion-loss.ts'
import { completionLoss } from './loss/completion-loss.ts'
import { policyGradientObjective } from './loss/policy-gradient-objective.ts'
import { tokenFactors } from './loss/row-weighting.ts'
import { supervisedObjective } from './loss/supervised-objective.ts'
import type { NetworkShape } from './network-shape.ts'
import { guardDifferences, guardGradient, guardLosses } from './numeric-guards.ts'
import type { OptimizerSettings } from './optimizer.ts'
import type {
  PolicyGradientMetrics,
  PolicyGradientSettings,
  StepMetrics,
  SupervisedMetrics,
  SupervisedSettings,
} from './policy-network.ts'
import { checkRecords, checkRows, checkWeight } from './row-checks.ts'
import type { TensorPass } from './tensor-pass.ts'
import { tokenBlocks } from './token-block.ts'
import type { CompletionRow, PolicyGradientRow, SupervisedRow } from './training-row.ts'
import { parameterCount } from './weight-layout.ts'

/** The part of a step's metrics that is known once the step has been taken. */
export type TakenStep = Pick<StepMetrics, 'learningRate' | 'gradientNorm' | 'version'>

/** A gradient, sound and ready to be followed. */
export interface StepGradient<Metrics> {
  readonly gradient: Float64Array
  readonly settings: OptimizerSettings
  metrics(taken: TakenStep): Metrics
}

/** The gradient of the cross-entropy of the completions. */
export function supervisedStep(
  shape: NetworkShape,
  pass: TensorPass,
  rows: readonly SupervisedRow[],
  settings: SupervisedSettings,
): StepGradient<SupervisedMetrics> {
  const complete = rows.map(({ prompt, completion, masks = null }) => ({ prompt, completion, masks, temperature: 1 }))
  checkRows(shape, complete)
  const weights = rows.map(({ weight = 1 }) => weight)
  weights.forEach((weight, row) => checkWeight(weight, row))
  const factors = tokenFactors(settings.weighting ?? 'token-mean', weights, rows.map(({ completion }) => completion.length))

  let hits = 0
  const objective = supervisedObjective(factors)
  const { gradient, losses, ...shared } = followRows(shape, pass, complete, (outlook) => {
    if (outlook.choices > 1 && outlook.isMode) hits += 1
    return objective(outlook)
  })
  guardLosses(losses)
  guardGradient(shape, gradient)
  return { gradient, settings, metrics: (taken) => ({ ...shared, ...taken, accuracy: share(hits, shared.choices) }) }
}

/** The gradient of the clipped surrogate, after comparing the records of the current version with a recomputation. */
export function policyGradientStep(
  shape: NetworkShape,
  pass: TensorPass,
  rows: readonly PolicyGradientRow[],
  version: number,
  settings: PolicyGradientSettings & { readonly tolerance: number },
): StepGradient<PolicyGradientMetrics> {
  checkRows(shape, rows)
  checkRecords(rows, version, (settings.referenceCoefficient ?? 0) !== 0)
  const lengths = rows.map(({ completion }) => completion.length)
  const factors = tokenFactors(settings.weighting ?? 'row-mean', rows.map(({ weight }) => weight), lengths)

  const sums = { ratio: 0, clipped: 0, recorded: 0, reference: 0 }
  const differences = rows.map(() => 0)
  const objective = policyGradientObjective(rows, factors, settings, (facts) => {
    sums.ratio += facts.ratio
    sums.clipped += facts.clipped ? 1 : 0
    sums.recorded += facts.recordedDivergence
    sums.reference += facts.referenceDivergence
  })
  const { gradient, losses, ...shared } = followRows(shape, pass, rows, (outlook) => {
    const { row, position, logProbability } = outlook
    const recorded = rows[row]?.logProbabilities[position] ?? Number.NaN
    differences[row] = Math.max(differences[row] ?? 0, Math.abs(logProbability - recorded))
    return objective(outlook)
  })
  guardDifferences(
    differences.map((difference, row) => (rows[row]?.version === version ? difference : 0)),
    settings.tolerance,
  )
  guardLosses(losses)
  guardGradient(shape, gradient)

  return {
    gradient,
    settings,
    metrics: (taken) => ({
      ...shared,
      ...taken,
      recordedDivergence: share(sums.recorded, shared.choices),
      referenceDivergence: share(sums.reference, shared.choices),
      clipFraction: share(sums.clipped, shared.choices),
      meanRatio: share(sums.ratio, shared.choices),
    }),
  }
}

interface FollowedRows {
  readonly gradient: Float64Array
  /** One per row. */
  readonly losses: readonly number[]
  readonly loss: number
  readonly entropy: number
  readonly rows: number
  readonly tokens: number
  readonly choices: number
}

/** Runs all rows forward and backward and adds up. */
function followRows(
  shape: NetworkShape,
  pass: TensorPass,
  rows: readonly CompletionRow[],
  objective: TokenObjective,
): FollowedRows {
  const gradient = new Float64Array(parameterCount(shape))
  const losses = rows.map(() => 0)
  let tokens = 0
  let choices = 0
  let entropies = 0
  const counted = (outlook: TokenOutlook): TokenLoss => {
    const cost = objective(outlook)
    losses[outlook.row] = (losses[outlook.row] ?? 0) + cost.loss
    tokens += 1
    if (outlook.choices > 1) {
      choices += 1
      entropies += outlook.entropy
    }
    return cost
  }
  for (const block of tokenBlocks(rows)) {
    pass.addGradient(block, (logits) => completionLoss(rows, block, shape.vocabulary, logits, counted), gradient)
  }
  const loss = losses.reduce((total, value) => total + value, 0)
  return { gradient, losses, loss, entropy: share(entropies, choices), rows: rows.length, tokens, choices }
}

function share(sum: number, count: number): number {
  return count === 0 ? 0 : sum / count
}
