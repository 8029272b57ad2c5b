import { presetSchedule } from '../schedule/index.ts'
import type { Schedule } from '../schedule/index.ts'

/** One way to spend the training requests. */
export interface Arm {
  readonly name: ArmName
  readonly title: string
  /** Designs by the designer, or one given for every task. */
  readonly designs: 'designer' | 'direct'
  readonly schedule: (stageSteps: number) => Schedule
}

export const armNames = ['stages', 'both', 'frozen_executor', 'frozen_designer', 'single_agent'] as const

export type ArmName = (typeof armNames)[number]

export const arms: Readonly<Record<ArmName, Arm>> = {
  stages: {
    name: 'stages',
    title: 'co-evolution in stages',
    designs: 'designer',
    schedule: (stageSteps) => presetSchedule('stages', stageSteps),
  },
  both: { name: 'both', title: 'both at once', designs: 'designer', schedule: (stageSteps) => presetSchedule('both', stageSteps) },
  frozen_executor: { name: 'frozen_executor', title: 'frozen executor', designs: 'designer', schedule: (stageSteps) => presetSchedule('frozen_executor', stageSteps) },
  frozen_designer: { name: 'frozen_designer', title: 'frozen designer', designs: 'designer', schedule: (stageSteps) => presetSchedule('frozen_designer', stageSteps) },
  single_agent: { name: 'single_agent', title: 'single agent', designs: 'direct', schedule: (stageSteps) => presetSchedule('frozen_designer', stageSteps) },
}
