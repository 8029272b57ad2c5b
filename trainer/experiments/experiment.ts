import type { ArmName } from '../demonstration/arms.ts'
import type { DemonstrationSettings } from '../demonstration/settings.ts'

/** A comparison over several seeds. */
export interface Experiment {
  readonly name: string
  readonly question: string
  readonly arms: readonly ArmName[]
  readonly settings: DemonstrationSettings
}
