import { expect, test } from 'vitest'
import { designReward, executionReward, lowestReward, rolloutStatistics } from '../../../trainer/rollout/index.ts'
import { exampleCall } from '../example-call.ts'
import { exampleDesign, exampleExecution, exampleTree, rejectedDesign } from '../example-tree.ts'

const reward = { costPerRequest: 0.125, costPerChoice: 0, rejected: -1 }

test('a reward is a score minus the cost of its requests', () => {
  expect(executionReward(exampleExecution(1, 1, { requests: 3 }), reward)).toBe(0.625)
  expect(executionReward(exampleExecution(1, 0, { requests: 2 }), reward)).toBe(-0.25)
  expect(executionReward(exampleExecution(1, null), reward)).toBeNull()
})

test('a failed execution is an outcome with a score', () => {
  const failed = exampleExecution(1, 0, { outcome: { kind: 'failed', node: 'main/assert', code: 'assertion', message: 'no' } })
  expect(executionReward(failed, reward)).toBe(-0.125)
})

test('a design gets the mean of its executions', () => {
  expect(designReward(exampleDesign(1, [1, 0, 1, 1]), reward)).toBe(0.625)
})

test('a designer pays for each choice among at least two', () => {
  const choices = exampleCall({ tokens: [3, 4, 5, 6], masks: [[3, 9], [4], null, [5, 6]] })
  const unmasked = exampleCall({ tokens: [3, 4], masks: null })
  const costly = { ...reward, costPerChoice: 0.0625 }
  expect(designReward({ ...exampleDesign(1, [1, 0, 1, 1]), calls: [choices] }, costly)).toBe(0.625 - 3 * 0.0625)
  expect(designReward({ ...exampleDesign(1, [1, 0, 1, 1]), calls: [choices, unmasked] }, costly)).toBe(0.625 - 5 * 0.0625)
  expect(designReward({ ...exampleDesign(1, [1, 0, 1, 1]), calls: [] }, costly)).toBe(0.625)
  expect(designReward({ ...rejectedDesign(1), calls: [choices] }, costly)).toBe(-1)
})

test('a design that does not compile gets the reward of rejection, which no execution undercuts', () => {
  expect(designReward(rejectedDesign(1), reward)).toBe(-1)
  expect(lowestReward({ costPerRequest: 0.125, costPerChoice: 0 }, 8, 20)).toBe(-1)
  expect(lowestReward({ costPerRequest: 0.125, costPerChoice: 0.25 }, 8, 20)).toBe(-6)
  expect(lowestReward({ costPerRequest: 0, costPerChoice: 0 }, 8, 20)).toBe(0)
})

test('a design without a score for every execution has no reward', () => {
  expect(designReward(exampleDesign(1, [1, null]), reward)).toBeNull()
  expect(designReward(exampleDesign(1, []), reward)).toBeNull()
})

test('what came of two tasks', () => {
  const trees = [
    exampleTree([
      exampleDesign(1, [1, 0]),
      rejectedDesign(2),
      exampleDesign(3, [0], {
        executions: [
          exampleExecution(1, 0, {
            outcome: { kind: 'failed', node: 'main/draft', code: 'timeout', message: 'late' },
            requests: 4,
            calls: [exampleCall({ truncated: true }), exampleCall()],
          }),
        ],
      }),
    ]),
    exampleTree([exampleDesign(1, [null, 1])], { id: 'depth:1*2+3', difficulty: 2 }),
  ]
  expect(rolloutStatistics(trees, reward)).toEqual({
    tasks: 2,
    designs: 4,
    rejectedDesigns: 1,
    executions: 5,
    failedExecutions: 1,
    failures: { timeout: 1 },
    failedTasks: 0,
    unscoredExecutions: 1,
    unscoredTasks: 1,
    calls: 10,
    truncatedCalls: 1,
    requests: 8,
    meanScore: 0.5,
    price: 0,
    // (0.875 − 0.125 − 0.5 + 0.875) / 4
    meanReward: 0.28125,
    // (0.375 − 1 − 0.5) / 3: the second task's design has no reward
    meanDesignReward: -0.375,
    meanRequests: 1.6,
    byDifficulty: [
      { family: 'depth', difficulty: 1, executions: 3, meanScore: 1 / 3 },
      { family: 'depth', difficulty: 2, executions: 1, meanScore: 1 },
    ],
  })
  expect(rolloutStatistics([], reward)).toMatchObject({
    tasks: 0,
    meanScore: null,
    meanReward: null,
    meanDesignReward: null,
    byDifficulty: [],
  })
})
