import type { PreferredDesign } from '../training/preferred-designs.ts'
import type { Leakage } from '../tasks/index.ts'
import type { ArmResult } from './arm-result.ts'

/** `summary.json` of a run. */
export interface Summary {
  readonly version: 1
  readonly seed: number
  readonly backend: string
  readonly wallSeconds: number
  /** An upper bound: the largest resident memory of this process, plus that of the arms that can have run at the same time. */
  readonly peakMiB: number
  readonly arms: readonly SummaryArm[]
  readonly designs: readonly PreferredDesign[]
  /** Share of all designs written in training that compiled. */
  readonly compiledShare: number
  /** How many designs the designer can write. */
  readonly reachableDesigns: string
  /** Held-out texts that occur on the way to the result of a training task. */
  readonly leakage: Leakage
  /** Why another backend was not used, one text each. */
  readonly notUsed: readonly string[]
}

export interface SummaryArm {
  readonly name: string
  readonly title: string
  readonly before: number
  readonly after: number
  /** 95 % bootstrap interval of `after`, over held-out tasks. */
  readonly ci: readonly [number, number]
  readonly trainRequests: number
  readonly requestsPerTask: number
  readonly byFamily: readonly { readonly family: string; readonly before: number; readonly after: number }[]
}

export const summaryArm = (result: ArmResult): SummaryArm => ({
  name: result.name,
  title: result.title,
  before: result.before.success,
  after: result.after.success,
  ci: result.after.interval,
  trainRequests: result.trainRequests,
  requestsPerTask: result.after.requestsPerTask,
  byFamily: result.after.byFamily.map(({ family, success }) => ({
    family,
    before: result.before.byFamily.find((entry) => entry.family === family)?.success ?? 0,
    after: success,
  })),
})

/** Share of designs that compiled, over all arms that wrote any; 1 where none did. */
export function compiledShareOf(results: readonly ArmResult[]): number {
  const written = results.reduce((sum, result) => sum + result.writtenDesigns, 0)
  const compiled = results.reduce((sum, result) => sum + result.writtenDesigns * (result.compiledShare ?? 0), 0)
  return written === 0 ? 1 : compiled / written
}
