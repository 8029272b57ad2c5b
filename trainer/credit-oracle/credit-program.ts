import type { RewardSettings } from '../rollout/index.ts'
import type { Scorer } from '../scorers/index.ts'
import type { Task } from '../tasks/index.ts'
import type { PolicyTable } from './tabular-policy.ts'

/** A task small enough for everything that can happen to be enumerated. */
export interface CreditProgram {
  readonly name: string
  /** What is in it that credit has to cope with. */
  readonly shows: string
  /** The scripts of the designs that are compared; mostly one. */
  readonly designs: readonly string[]
  readonly task: Task
  readonly table: PolicyTable
  readonly scorer: Scorer
  readonly reward: RewardSettings
}
