import { stepFigures } from '../training/step-figures.ts'
import type { TrainingStep } from '../training/training-loop.ts'
import type { ArmName } from './arms.ts'
import type { ArmStepEvent } from './demonstration-event.ts'

/** A training step as it is told and written down. */
export const stepEvent = (arm: ArmName, step: TrainingStep, budget: number): ArmStepEvent => ({
  kind: 'step',
  arm,
  budget,
  ...stepFigures(step),
})
