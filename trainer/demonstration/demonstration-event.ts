import type { ArmName } from './arms.ts'
import type { ArmResult } from './arm-result.ts'

/** What a demonstration tells while it runs. */
export type DemonstrationEvent =
  | { readonly kind: 'opened'; readonly backend: string; readonly notUsed: readonly string[]; readonly designs: string; readonly folder: string }
  | { readonly kind: 'started'; readonly role: 'executor' | 'designer'; readonly step: number; readonly loss: number; readonly accuracy: number | null }
  | { readonly kind: 'before'; readonly arm: ArmName; readonly success: number }
  | ArmStepEvent
  | { readonly kind: 'arm_finished'; readonly result: ArmResult }

export interface ArmStepEvent {
  readonly kind: 'step'
  readonly arm: ArmName
  readonly step: number
  /** The roles that took steps. */
  readonly trained: 'designer' | 'executor' | 'both'
  /** Model requests spent, and allowed. */
  readonly requests: number
  readonly budget: number
  /** Mean score of the step's executions, and rewards: scores less the cost of requests. */
  readonly score: number | null
  readonly executorReward: number | null
  readonly designerReward: number | null
  readonly requestsPerExecution: number | null
  readonly compiledShare: number
  readonly designs: number
  readonly warnings: readonly string[]
  readonly executorLoss: number | null
  readonly designerLoss: number | null
  readonly designerEntropy: number | null
}
