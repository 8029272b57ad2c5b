import { describe, expect, test } from 'vitest'
import { taskMix, taskSplit } from '../../../trainer/demonstration/settings.ts'
import { presetSchedule } from '../../../trainer/schedule/index.ts'
import type { SchedulePreset } from '../../../trainer/schedule/index.ts'
import { exactScorer } from '../../../trainer/scorers/index.ts'
import type { Scorer } from '../../../trainer/scorers/index.ts'
import { arithmeticDomain, embeddedPair } from '../../../trainer/team/index.ts'
import { DesignCompiler } from '../../../trainer/training/compile-design.ts'
import type { Learner } from '../../../trainer/training/learner.ts'
import { networkLearner } from '../../../trainer/training/network-learner.ts'
import { trainingLoop } from '../../../trainer/training/training-loop.ts'
import type { TrainingStep } from '../../../trainer/training/training-loop.ts'
import { loadedEngine } from '../engine/loaded-engine.ts'
import { tinySettings } from './tiny-team.ts'

/** Scores that tell executions apart whatever untrained executors write. */
const lengthScorer: Scorer = {
  ...exactScorer,
  fits: () => ({ kind: 'fits' }),
  judge: (result) => ({ kind: 'scored', score: (String(result).length % 3) / 2 }),
}

const teach = { prompt: [1], completion: [2] }

async function pairOf() {
  const { designer, executor } = embeddedPair(
    await loadedEngine(),
    arithmeticDomain(taskMix, 8),
    { shape: { ...tinySettings.executorShape, width: 8, positions: 60 }, temperature: 1 },
    1,
  )
  // Running means that are not all zero, so that a decay of them would show.
  for (const { network } of [designer, executor]) network.trainSupervised([teach], { learningRate: 0.01 })
  const learners = {
    designer: networkLearner('designer', designer.network, { optimisation: tinySettings.designer, comparesAll: true }),
    executor: networkLearner('executor', executor.network, { optimisation: tinySettings.executor, comparesAll: true }),
  }
  return { designer, executor, learners }
}

type Pair = Awaited<ReturnType<typeof pairOf>>

const steps = ({ designer, executor }: Pair, preset: SchedulePreset, learners: readonly Learner[]): AsyncIterable<TrainingStep> =>
  trainingLoop(
    {
      run: 'shared',
      seed: 3,
      tasks: { mix: taskMix, split: taskSplit, side: 'training' },
      tasksPerStep: 2,
      designs: 2,
      executions: 2,
      credit: tinySettings.credit,
      requests: 60,
      schedule: presetSchedule(preset, 1),
    },
    {
      designs: { kind: 'designer', propose: (requests) => designer.policy.propose(requests), temperature: 1 },
      compiler: new DesignCompiler(8),
      client: executor.client,
      scorer: lengthScorer,
    },
    learners,
  )

describe('one network for both roles', () => {
  test.each([
    ['frozen_executor', 'designer', 'executor'],
    ['frozen_designer', 'executor', 'designer'],
  ] as const)('in %s takes no gradient from the frozen role, and its optimizer stays as it is, bit for bit', async (preset, moving, frozen) => {
    const [pair, alone] = [await pairOf(), await pairOf()]
    const before = pair[frozen].network.snapshot()
    let taken = 0
    for await (const step of steps(pair, preset, Object.values(pair.learners))) {
      expect(step[frozen]).toEqual([])
      taken += step[moving].length
    }
    const after = pair[frozen].network.snapshot()
    expect(taken).toBeGreaterThan(1)
    expect(after.optimizer).toEqual(before.optimizer)
    expect(after.weights).not.toEqual(before.weights)
    // The same run without the frozen role's learner moves the same weights to the same place.
    for await (const step of steps(alone, preset, [alone.learners[moving]])) expect(step[frozen]).toEqual([])
    expect(alone[moving].network.snapshot()).toEqual(pair[moving].network.snapshot())
  })

  test('trains both in one step: all rows are compared before either moves the weights, each role has its optimizer', async () => {
    const pair = await pairOf()
    const before = { designer: pair.designer.network.snapshot(), executor: pair.executor.network.snapshot() }
    const taken = { designer: 0, executor: 0 }
    for await (const step of steps(pair, 'both', Object.values(pair.learners))) {
      taken.designer += step.designer.length
      taken.executor += step.executor.length
    }
    for (const role of ['designer', 'executor'] as const) {
      expect(taken[role]).toBeGreaterThan(1)
      expect(pair[role].network.snapshot().optimizer.steps).toBe(before[role].optimizer.steps + taken[role])
    }
    expect(pair.designer.network.version).toBe(2 + taken.designer + taken.executor)
    expect(pair.designer.network.snapshot().weights).toEqual(pair.executor.network.snapshot().weights)
  })
})
