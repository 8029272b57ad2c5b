import type { Schedule, Trained } from './phase.ts'

/** One role for `length` steps, then the other, again and again: stagewise co-evolution (MetaAgent-X, arXiv 2605.14212). */
export const stages = (length: number, first: 'designer' | 'executor' = 'executor'): Schedule => ({
  phases: [
    { train: first, steps: length },
    { train: first === 'executor' ? 'designer' : 'executor', steps: length },
  ],
  repeat: true,
})

const always = (train: Trained): Schedule => ({ phases: [{ train, steps: 1 }], repeat: true })

/** Both roles at once. */
export const both: Schedule = always('both')

export const frozenExecutor: Schedule = always('designer')

export const frozenDesigner: Schedule = always('executor')

/** A schedule by its name in a configuration: `stages` takes the length of a stage. */
export type SchedulePreset = 'stages' | 'both' | 'frozen_executor' | 'frozen_designer'

export const schedulePresets: readonly SchedulePreset[] = ['stages', 'both', 'frozen_executor', 'frozen_designer']

export function presetSchedule(preset: SchedulePreset, stageLength: number): Schedule {
  switch (preset) {
    case 'stages':
      return stages(stageLength)
    case 'both':
      return both
    case 'frozen_executor':
      return frozenExecutor
    case 'frozen_designer':
      return frozenDesigner
  }
}
