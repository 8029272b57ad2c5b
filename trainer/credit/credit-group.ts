import type { Normalisation } from './normalise.ts'

/** The executions of one task, of all its designs: what rewards are compared within. */
export interface CreditGroup {
  readonly task: string
  readonly executions: readonly CreditExecution[]
}

export interface CreditExecution {
  readonly design: number
  readonly execution: number
  /** What everything random of its replays derives from. */
  readonly seed: number
  readonly reward: number
  /** In the order in which they ended. */
  readonly calls: readonly CreditCall[]
}

export interface CreditCall {
  /** The node instance. */
  readonly node: string
  readonly agent: string
  /** Whether it could have influenced the outcome. */
  readonly influenced: boolean
}

/** For each execution of a group, in order, the advantage of each of its calls, in order. */
export type CallAdvantages = readonly (readonly number[])[]

/** Divides the rewards of a group among its calls: the numbers alone. */
export type Estimator = (group: CreditGroup, normalisation: Normalisation) => CallAdvantages

/** The same advantage for every call of an execution. */
export const spread = (group: CreditGroup, advantages: readonly number[]): CallAdvantages =>
  group.executions.map((execution, position) => execution.calls.map(() => advantages[position] ?? 0))
