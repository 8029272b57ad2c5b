import type { Estimator } from './credit-group.ts'

/** A way to divide the rewards of a task's executions among their calls, with what it needs of a rollout. */
export interface CreditEstimator {
  readonly name: string
  /** Deterministic: equal groups give equal advantages. One finite number for each call of each execution. */
  readonly estimate: Estimator
  /** What it compares executions with: all of the task, or those of the same design. Training stops at a group of one. */
  readonly compares: 'task' | 'design'
  /** Whether it asks which calls had influence: executions are then traced. Without it, all count as having had. */
  readonly traced: boolean
  /**
   * Whether its advantages stay right where executions run optimised graphs, in which the number of calls depends on replies: it
   * divides what an execution is worth, and compares no calls with each other.
   */
  readonly optimised: boolean
}
