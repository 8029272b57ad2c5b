import { readTrainingConfiguration } from '../../configuration/index.ts'
import type { TrainingConfiguration } from '../../configuration/index.ts'
import type { EstimatorName } from '../../credit/index.ts'
import type { SchedulePreset } from '../../schedule/index.ts'
import type { FamilyName } from '../../tasks/index.ts'

/** What an experiment settles beside the defaults of `mas train`. */
export interface Recipe {
  readonly family: FamilyName
  readonly preset: SchedulePreset
  readonly stageSteps?: number
  readonly requests: number
  readonly perStep?: number
  readonly designs?: number
  readonly executions?: number
  readonly estimator?: EstimatorName
  readonly alternatives?: number
  readonly continuations?: number
}

/** The training configuration of a recipe. Everything else is as `mas train` has it where a configuration says nothing. */
export function configurationOf(recipe: Recipe): TrainingConfiguration {
  const { family, preset, stageSteps, requests, perStep, designs, executions, estimator, alternatives, continuations } = recipe
  const read = readTrainingConfiguration(
    JSON.stringify({
      tasks: { families: { [family]: {} }, perStep },
      rollout: { designs, executions },
      credit: { estimator, replays: { alternatives, continuations } },
      schedule: { preset, stageSteps },
      budget: { requests },
      guards: { compare: 'first_step' },
    }),
  )
  if (read.kind === 'error') throw new Error(`a recipe is a configuration: ${read.problems.join('; ')}`)
  return read.configuration
}
