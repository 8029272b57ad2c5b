import { expect, test } from 'vitest'
import { defaultTrainingConfiguration, optimiseProblems } from '../../../trainer/configuration/index.ts'
import { estimators } from '../../../trainer/credit/index.ts'
import type { Trained } from '../../../trainer/schedule/index.ts'

const problems = (optimise: boolean, train: Trained, estimator: keyof typeof estimators) =>
  optimiseProblems(
    { rollout: { ...defaultTrainingConfiguration().rollout, optimise }, schedule: { phases: [{ train, steps: 1 }], repeat: true } },
    estimators[estimator],
  )

test.each([
  ['not asked for', false, 'both', 'per_agent', 0],
  ['executors train, and their calls are compared', true, 'both', 'per_agent', 1],
  ['executors alone train, and their calls are compared', true, 'executor', 'per_agent', 1],
  ['executors are frozen', true, 'designer', 'per_agent', 0],
  ['executors train, and executions are compared', true, 'both', 'design_group', 0],
  ['executors train, and influence is asked for', true, 'executor', 'slice', 0],
] as const)('%s', (_, optimise, train, estimator, count) => {
  const found = problems(optimise, train, estimator)
  expect(found.length).toBe(count)
  for (const problem of found) expect(problem).toMatch(/^rollout\.optimise: the credit estimator per_agent does not support/)
})
