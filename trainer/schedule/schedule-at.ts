import type { Measurement, Phase, Schedule, Trained } from './phase.ts'
import { untilMet } from './until-met.ts'

export interface SchedulePoint {
  readonly trained: Trained
  /** Position in the schedule's phases. */
  readonly phase: number
  /** Times that the phases have been gone through before. */
  readonly round: number
  /** The first step of this run of the phase. */
  readonly start: number
}

/**
 * What is trained at a step, from 0; `null` after the end of a schedule that does not repeat. Where phases end by `until`, it
 * goes by the measurements of the steps before; those of a phase's own steps alone count for it. Equal arguments give equal
 * answers, so a resumed run walks the same way.
 */
export function scheduleAt(schedule: Schedule, step: number, measurements: readonly Measurement[] = []): SchedulePoint | null {
  let start = 0
  for (let round = 0; ; round += 1) {
    for (const [phase, entry] of schedule.phases.entries()) {
      const end = endOf(entry, start, step, measurements)
      if (step < end) return { trained: entry.train, phase, round, start }
      start = end
    }
    if (!schedule.repeat || schedule.phases.length === 0) return null
    // Phases of a fixed length alone: skip the rounds that are over at once.
    const length = fixedLength(schedule)
    if (length !== null && round === 0) {
      const skipped = Math.floor((step - start) / length)
      start += skipped * length
      round += skipped
    }
  }
}

/** The first step after the phase, as far as can be known at `step`. */
function endOf(phase: Phase, start: number, step: number, measurements: readonly Measurement[]): number {
  if ('steps' in phase) return start + phase.steps
  const last = start + phase.until.mostSteps
  const own = measurements.filter((measurement) => measurement.step >= start && measurement.step < Math.min(step, last))
  const end = untilMet(phase.until, own)
  return end === undefined ? last : end.step + 1
}

function fixedLength({ phases }: Schedule): number | null {
  let length = 0
  for (const phase of phases) {
    if (!('steps' in phase)) return null
    length += phase.steps
  }
  return length
}
