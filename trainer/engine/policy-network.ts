import type { RowWeighting } from './loss/row-weighting.ts'
import type { PolicyGradientTerms } from './loss/policy-gradient-objective.ts'
import type { NetworkShape } from './network-shape.ts'
import type { OptimizerSettings, OptimizerState } from './optimizer.ts'
import type { Sample, SampleRequest } from './sampling/sample-request.ts'
import type { SamplingSession, SessionRequest } from './sampling/sampling-session.ts'
import type { CompletionRow, PolicyGradientRow, SupervisedRow } from './training-row.ts'

/** All that a network is: to go back to, or to write down. */
export interface NetworkState {
  readonly shape: NetworkShape
  /** Optimizer steps that the weights have behind them. */
  readonly version: number
  /** In the order of `weightLayout`. */
  readonly weights: Float32Array
  readonly optimizer: OptimizerState
}

/** How a supervised step is taken. */
export interface SupervisedSettings extends OptimizerSettings {
  /** Default `token-mean`. */
  readonly weighting?: RowWeighting
}

/** How a policy gradient step is taken. */
export interface PolicyGradientSettings extends OptimizerSettings, PolicyGradientTerms {
  /** Default `row-mean`. */
  readonly weighting?: RowWeighting
  /**
   * How far the recorded log-probability of a row of the current version may be from its recomputation, in nats; default
   * 1e-3. Rows of earlier versions are not compared.
   */
  readonly tolerance?: number
}

/** What a training step did. Means are over the tokens that were chosen among at least two. */
export interface StepMetrics {
  readonly loss: number
  /** Mean entropy under the masks, in nats. */
  readonly entropy: number
  /** Before it was limited. */
  readonly gradientNorm: number
  readonly learningRate: number
  readonly rows: number
  readonly tokens: number
  /** Tokens that were chosen among at least two. */
  readonly choices: number
  /** The version that the step made. */
  readonly version: number
}

export interface SupervisedMetrics extends StepMetrics {
  /** Share of tokens that are the most probable ones before the step. */
  readonly accuracy: number
}

export interface PolicyGradientMetrics extends StepMetrics {
  /** k3 estimate of the divergence from the recorded to the current policy, in nats per token. */
  readonly recordedDivergence: number
  /** k3 estimate of the divergence from the current policy to the reference; 0 without one. */
  readonly referenceDivergence: number
  /** Share of tokens whose ratio was clipped. */
  readonly clipFraction: number
  /** Mean ratio of current to recorded probability. */
  readonly meanRatio: number
}

/** The log-probabilities of one row's completion, and the entropies of the distributions they come from. */
export interface EvaluatedRow {
  readonly logProbabilities: readonly number[]
  readonly entropies: readonly number[]
}

/**
 * A small transformer that can be sampled from and trained. Frozen means: nobody calls a training method; sampling and
 * evaluating change nothing. Hard errors are `TrainingFault`s; after one, weights and optimizer are as before the call.
 */
export interface PolicyNetwork {
  readonly shape: NetworkShape
  readonly parameterCount: number
  /** Number of optimizer steps taken; grows by 1 with each training call. */
  readonly version: number
  sample(requests: readonly SampleRequest[]): Sample[]
  /** A sequence drawn choice by choice. It keeps the weights it was opened with. */
  open(request: SessionRequest): SamplingSession
  /** Recomputes log-probabilities as training does, under the rows' masks and temperatures. */
  evaluate(rows: readonly CompletionRow[]): EvaluatedRow[]
  /** Throws where recorded log-probabilities disagree with a recomputation; `tolerance` in nats, default 1e-3. */
  verify(rows: readonly PolicyGradientRow[], tolerance?: number): void
  /** One optimizer step on all rows, towards their completions. */
  trainSupervised(rows: readonly SupervisedRow[], settings: SupervisedSettings): SupervisedMetrics
  /** One optimizer step on all rows, along their advantages. */
  trainPolicyGradient(rows: readonly PolicyGradientRow[], settings: PolicyGradientSettings): PolicyGradientMetrics
  /** Forgets the optimizer's running means and its warm-up: for the start of another kind of training. */
  resetOptimizer(): void
  /** An independent copy of the state. */
  snapshot(): NetworkState
  /** Goes back to a state of the same shape; of siblings, all take its weights and its version, this one its optimizer too. */
  restore(state: NetworkState): void
  /** Another network over the same weights and version, with an optimizer of its own: what one learns, both know. */
  sibling(): PolicyNetwork
}
