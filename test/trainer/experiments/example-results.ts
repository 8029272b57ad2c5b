import type { ExperimentArm } from '../../../trainer/experiments/index.ts'
import type { ExperimentResult } from '../../../trainer/experiments/index.ts'
import { configurationOf } from '../../../trainer/experiments/declared/recipe.ts'
import { settingsDigest } from '../../../trainer/experiments/results/settings-digest.ts'

export const exampleArm = (method: string, setting = 'depth'): ExperimentArm => ({
  name: `${setting}-${method}`,
  setting,
  method,
  title: `the arm ${method}`,
  configuration: configurationOf({ family: 'depth', preset: 'both', requests: 100 }),
  body: null,
  voteSizes: [],
})

const shapes = { none: 0, direct: 0.5, vote: 0.25, loop: 0.25, chain: 0 }

/** A result whose held-out scores after training are given. */
export function exampleResult(method: string, scores: readonly number[], changes: Partial<ExperimentResult> = {}): ExperimentResult {
  const { setting = 'depth' } = changes
  const arm = exampleArm(method, setting)
  const success = scores.reduce((sum, score) => sum + score, 0) / scores.length
  const byDifficulty = [{ difficulty: 1, tasks: scores.length, success }]
  return {
    version: 2,
    experiment: 'tiny',
    arm: arm.name,
    setting,
    method,
    title: arm.title,
    seed: 1,
    backend: 'cpu',
    digest: settingsDigest(arm),
    processorSeconds: 1.5,
    startSteps: { executor: 3, designer: 2 },
    steps: 2,
    requests: 200,
    replayRequests: 0,
    before: { success: 0.2, requestsPerTask: 1, scores: scores.map(() => 0.2), byDifficulty, shapes, compiledShare: 1 },
    after: { success, requestsPerTask: 2, scores, byDifficulty, shapes, compiledShare: 1 },
    votes: [],
    curve: [100, 200].map((requests) => ({ requests, score: 0.5, executorReward: requests / 1000, designerReward: null, requestsPerExecution: 2 })),
    written: 10,
    compiled: 10,
    designs: [],
    ...changes,
  }
}
