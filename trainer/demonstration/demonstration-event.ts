import type { StepFigures } from '../training/step-figures.ts'
import type { ArmName } from './arms.ts'
import type { ArmResult } from './arm-result.ts'

/** What a demonstration tells while it runs. */
export type DemonstrationEvent =
  | { readonly kind: 'opened'; readonly backend: string; readonly notUsed: readonly string[]; readonly designs: string; readonly folder: string }
  | { readonly kind: 'started'; readonly role: 'executor' | 'designer'; readonly step: number; readonly loss: number; readonly accuracy: number | null }
  | { readonly kind: 'before'; readonly arm: ArmName; readonly success: number }
  | ArmStepEvent
  | { readonly kind: 'arm_finished'; readonly result: ArmResult }

export interface ArmStepEvent extends StepFigures {
  readonly kind: 'step'
  readonly arm: ArmName
  /** Model requests allowed. */
  readonly budget: number
}
