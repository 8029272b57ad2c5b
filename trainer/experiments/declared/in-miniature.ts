import type { Experiment, ExperimentArm } from '../experiment.ts'

/** The same arms on so small a budget that all of them take seconds, to see that everything runs: its figures say nothing. */
export const inMiniature = (experiment: Experiment): Experiment => ({
  ...experiment,
  name: `${experiment.name}-fast`,
  question: `${experiment.question}. In miniature, to see that everything runs: its figures say nothing`,
  arms: experiment.arms.map(smallArm),
})

function smallArm(arm: ExperimentArm): ExperimentArm {
  const { configuration } = arm
  const { tasks, designer, executor, evaluation } = configuration
  return {
    ...arm,
    voteSizes: arm.voteSizes.slice(0, 2),
    configuration: {
      ...configuration,
      tasks: { ...tasks, perStep: 2 },
      designer: { ...designer, start: { ...designer.start, batch: 16, mostSteps: 3 } },
      executor: { ...executor, start: { ...executor.start, batch: 16, mostSteps: 3 } },
      budget: { ...configuration.budget, requests: 100, steps: 2 },
      evaluation: { ...evaluation, tasksPerFamily: 3 },
    },
  }
}
