import type { CreditEstimator } from '../credit/index.ts'
import type { TrainingConfiguration } from './training-configuration.ts'

/** Why designs may not run as optimised graphs, one text with its path; empty where they may or do not. */
export function optimiseProblems(
  { rollout, schedule }: Pick<TrainingConfiguration, 'rollout' | 'schedule'>,
  estimator: CreditEstimator,
): readonly string[] {
  const trainsExecutors = schedule.phases.some(({ train }) => train !== 'designer')
  if (!rollout.optimise || !trainsExecutors || estimator.optimised) return []
  return [
    `rollout.optimise: the credit estimator ${estimator.name} does not support optimised graphs, and executors train; ` +
      'choose another estimator, or leave it out',
  ]
}
