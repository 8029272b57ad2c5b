import { expect, test } from 'vitest'
import { rolloutStatistics } from '../../../trainer/rollout/index.ts'
import { stepWarnings } from '../../../trainer/guards/index.ts'
import { stepFigures } from '../../../trainer/training/step-figures.ts'
import { loopStart } from '../../../trainer/training/training-loop.ts'
import { exampleDesign, exampleExecution, exampleTree, rejectedDesign } from '../example-tree.ts'

const reward = { costPerRequest: 0.25, costPerChoice: 0, rejected: -1 }

test('a step in numbers: validity, shapes and lengths over all its designs', () => {
  const failed = exampleExecution(2, 0, { outcome: { kind: 'failed', node: 'main/draft', code: 'timeout', message: 'late' } })
  const trees = [exampleTree([exampleDesign(1, [], { executions: [exampleExecution(1, 1), failed] }), rejectedDesign(2)])]
  const figures = stepFigures({
    step: 3,
    phase: { trained: 'designer', phase: 1, round: 0, start: 0 },
    statistics: rolloutStatistics(trees, reward),
    warnings: stepWarnings(trees, reward),
    replays: { replays: 3, requests: 5, unscored: 0 },
    requests: 40,
    price: 0,
    trees,
    credited: [],
    executor: [],
    designer: [],
    next: loopStart,
  })
  expect(figures).toMatchObject({
    step: 3,
    trained: 'designer',
    phase: 1,
    requests: 40,
    replayRequests: 5,
    executorReward: 0.25,
    designerReward: -0.375,
    compiledShare: 0.5,
    completedShare: 0.5,
    shapes: { none: 0, direct: 0.5, vote: 0, loop: 0, chain: 0 },
    designTokens: 2,
    replyTokens: 2,
    credit: { share: 0.5, executions: 2, meanScore: 0.5, nodes: [] },
  })
})
