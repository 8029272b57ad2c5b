import type { Measured } from '../training/measured.ts'
import type { PreferredDesign } from '../training/preferred-designs.ts'
import type { ArmName } from './arms.ts'

/** What an arm came to. Everything is measured on the same held-out tasks, sampled as in training. */
export interface ArmResult {
  readonly name: ArmName | 'self_consistency'
  readonly title: string
  readonly before: Measured
  readonly after: Measured
  readonly trainRequests: number
  readonly designs: readonly PreferredDesign[]
  /** Share of the designs written in training that compiled; `null` where the design was given. */
  readonly compiledShare: number | null
  /** Designs written in training. */
  readonly writtenDesigns: number
}
