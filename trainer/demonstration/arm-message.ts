import type { DemonstrationEvent } from './demonstration-event.ts'
import type { VoteResult } from './run-arm-process.ts'

/** One line that the process of an arm writes. */
export type ArmMessage = DemonstrationEvent | VoteResult | ArmEnd

/** The last line: what the process needed. */
export interface ArmEnd {
  readonly kind: 'ended'
  readonly peakMiB: number
}

/** The largest resident memory that this process has had. */
export const peakMemory = (): number => process.resourceUsage().maxRSS / 1024
