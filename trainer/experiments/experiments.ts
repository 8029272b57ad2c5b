import { armNames } from '../demonstration/arms.ts'
import { demonstrationSettings } from '../demonstration/settings.ts'
import type { Experiment } from './experiment.ts'

/** The experiments by name. Budgets are counted in model requests. */
export const experiments: readonly Experiment[] = [
  {
    name: 'co-evolution',
    question:
      'At equal requests: co-evolution in stages and both at once, a frozen executor, a frozen designer, a single agent, ' +
      'self-consistency',
    arms: armNames,
    settings: { ...demonstrationSettings, requests: 400_000, stageSteps: 10 },
  },
  {
    name: 'co-evolution-fast',
    question: 'The same comparison in miniature, to see that everything runs: its figures say nothing',
    arms: armNames,
    settings: {
      ...demonstrationSettings,
      start: {
        executor: { ...demonstrationSettings.start.executor, mostSteps: 50 },
        designer: { ...demonstrationSettings.start.designer, mostSteps: 20 },
      },
      tasksPerStep: 8,
      requests: 1_000,
      heldOutTasks: 10,
    },
  },
]
