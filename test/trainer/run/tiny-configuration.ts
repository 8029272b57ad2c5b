import { readTrainingConfiguration } from '../../../trainer/configuration/index.ts'
import type { TrainingConfiguration } from '../../../trainer/configuration/index.ts'

/** A run of a second: both starts, a few steps of both roles, evaluations between them. */
export const tinyText = (changes: object = {}): string =>
  JSON.stringify({
    backend: 'wasm',
    tasks: { perStep: 2 },
    rollout: { designs: 2, executions: 2 },
    designer: { network: { width: 8 }, start: { batch: 8, mostSteps: 12, target: 0 }, training: { warmUpSteps: 1 } },
    executor: { network: { width: 8 }, start: { batch: 8, mostSteps: 27, target: 1 }, training: { warmUpSteps: 1 } },
    schedule: { preset: 'both' },
    budget: { requests: 1000, steps: 5 },
    evaluation: { tasksPerFamily: 3, repeats: 1, everySteps: 2 },
    ...changes,
  })

export function tinyConfiguration(changes: object = {}): TrainingConfiguration {
  const read = readTrainingConfiguration(tinyText(changes))
  if (read.kind === 'error') throw new Error(read.problems.join('; '))
  return read.configuration
}
