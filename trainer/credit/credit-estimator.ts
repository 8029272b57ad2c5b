import type { CallAdvantages, CreditGroup, Estimator } from './credit-group.ts'
import type { ReplayReward, ReplaySettings } from './replay.ts'

/** A way to divide the rewards of a task's executions among their calls, with what it needs of a rollout. */
export type CreditEstimator = GroupEstimator | ReplayEstimator

/** One that compares the executions of a task with each other: a function of their rewards. */
export interface GroupEstimator extends EstimatorNeeds {
  readonly kind: 'group'
  /** What it compares executions with: all of the task, or those of the same design. Training stops at a group of one. */
  readonly compares: 'task' | 'design'
  /** Deterministic: equal groups give equal advantages. One finite number for each call of each execution. */
  readonly estimate: Estimator
}

/** One that runs executions again with something changed. Its requests are spent from the budget of the training. */
export interface ReplayEstimator extends EstimatorNeeds {
  readonly kind: 'replay'
  /**
   * One finite number for each call of each execution. It asks for all replays before it waits for one, as far as it can: those
   * that wait at the same time are sampled together. Everything random derives from the seeds of the executions.
   */
  readonly estimate: (group: CreditGroup, replay: ReplayReward, settings: ReplaySettings) => Promise<CallAdvantages>
}

interface EstimatorNeeds {
  readonly name: string
  /** Whether it asks which calls had influence: executions are then traced. Without it, all count as having had. */
  readonly traced: boolean
  /**
   * Whether its advantages stay right where executions run optimised graphs, in which the number of calls depends on replies: it
   * divides what an execution is worth, and compares no calls with each other.
   */
  readonly optimised: boolean
}
