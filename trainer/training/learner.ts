import type { CreditedRow } from '../credit/index.ts'
import type { PolicyGradientMetrics } from '../engine/index.ts'
import type { RandomStream } from '../random/random-stream.ts'

/** What one optimizer step of a learner did, as far as it can say. */
export interface LearnerMetrics extends Partial<PolicyGradientMetrics> {
  readonly loss: number
}

/**
 * A policy in training. Its rows are the records of its name: what a designer returns with its proposals, and what an executor's
 * client returns as the `record` of its replies.
 */
export interface Learner {
  readonly name: 'designer' | 'executor'
  /** Grows by at least 1 with each step that changes what is sampled; records carry the version that drew them. */
  readonly version: number
  /**
   * Looks at the rows of one rollout before any policy takes a step on it; throws a `TrainingFault` that names those which are not
   * what it drew. Policies that share weights are all asked before one of them moves them.
   */
  prepare?(rows: readonly CreditedRow[]): void
  /**
   * Takes steps along the advantages of the rows of one rollout; the metrics of each step, empty where no row could move anything.
   * `spent` is the share of the requests spent before. Everything random must come from `random`, so that a resumed run draws the same.
   */
  train(rows: readonly CreditedRow[], random: RandomStream, spent: number): readonly LearnerMetrics[]
  /** All that training goes on from: the weights and what the optimizer remembers, bit for bit. */
  save(): Uint8Array
  /** Goes back to what `save` gave. The reason where these bytes are no such thing, `null` where it worked. */
  restore(saved: Uint8Array): string | null
  /** What is kept of it when training has ended, for use without training. */
  weights(): Uint8Array
}
