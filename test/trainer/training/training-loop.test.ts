import { describe, expect, test } from 'vitest'
import type { ModelClient, ModelOutcome } from '../../../runtime/index.ts'
import { arms } from '../../../trainer/demonstration/arms.ts'
import type { ArmName } from '../../../trainer/demonstration/arms.ts'
import { partsOf, trainArm } from '../../../trainer/demonstration/run-arm.ts'
import { taskMix, taskSplit } from '../../../trainer/demonstration/settings.ts'
import type { Team } from '../../../trainer/demonstration/team.ts'
import { isSampledRecord } from '../../../trainer/policies/sampled-record.ts'
import type { SampledRecord } from '../../../trainer/policies/sampled-record.ts'
import { recordsOf } from '../../../trainer/rollout/index.ts'
import { presetSchedule } from '../../../trainer/schedule/index.ts'
import type { Schedule } from '../../../trainer/schedule/index.ts'
import { exactScorer } from '../../../trainer/scorers/index.ts'
import type { Scorer } from '../../../trainer/scorers/index.ts'
import { splitOf, taskText } from '../../../trainer/tasks/index.ts'
import { networkLearner } from '../../../trainer/training/network-learner.ts'
import type { RolloutParts } from '../../../trainer/training/roll-out.ts'
import { trainingLoop } from '../../../trainer/training/training-loop.ts'
import type { TrainingLoopSettings, TrainingStep } from '../../../trainer/training/training-loop.ts'
import { tinySettings, tinyTeam } from './tiny-team.ts'

/** Scores that tell executions apart whatever untrained executors write. */
const lengthScorer: Scorer = {
  ...exactScorer,
  fits: () => ({ kind: 'fits' }),
  judge: (result) => ({ kind: 'scored', score: (String(result).length % 3) / 2 }),
}

const partsWithRewards = (team: Team, client: ModelClient = team.executor): RolloutParts => ({
  ...partsOf({ designs: 'designer' }, team, tinySettings),
  client,
  scorer: lengthScorer,
})

const settingsOf = (schedule: Schedule, changes: Partial<TrainingLoopSettings> = {}): TrainingLoopSettings => ({
  run: 'test',
  seed: 3,
  tasks: { mix: taskMix, split: taskSplit, side: 'training' },
  tasksPerStep: 2,
  designs: 2,
  executions: 2,
  credit: tinySettings.credit,
  requests: 60,
  schedule,
  ...changes,
})

const learnersOf = (team: Team) => [
  networkLearner('designer', team.designerNetwork, { optimisation: tinySettings.designer }),
  networkLearner('executor', team.executorNetwork, { optimisation: tinySettings.executor }),
]

const run = (team: Team, settings: TrainingLoopSettings, client?: ModelClient) =>
  trainingLoop(settings, partsWithRewards(team, client), learnersOf(team))

async function stepsOf(steps: AsyncIterable<TrainingStep>): Promise<readonly TrainingStep[]> {
  const all: TrainingStep[] = []
  for await (const step of steps) all.push(step)
  return all
}

/** The same client with every record changed. */
const tampered = (client: ModelClient, change: (record: SampledRecord) => object): ModelClient => ({
  ...client,
  complete: async (request, signal): Promise<ModelOutcome> => {
    const outcome = await client.complete(request, signal)
    if (outcome.kind !== 'reply' || !isSampledRecord(outcome.reply.record)) return outcome
    return { ...outcome, reply: { ...outcome.reply, record: { ...outcome.reply.record, ...change(outcome.reply.record) } } }
  },
})

describe('frozen', () => {
  const frozen = [
    ['frozen_executor', 'executorNetwork', 'designerNetwork'],
    ['frozen_designer', 'designerNetwork', 'executorNetwork'],
  ] as const
  test.each(frozen)('in %s leaves weights and optimizer of the other as they were, bit for bit', async (name, still, moving) => {
    const team = await tinyTeam()
    // Running means that are not all zero, so that a decay of them would show.
    const teach = { prompt: [1], completion: [2] }
    team[still].trainSupervised([teach], { learningRate: 0.01 })
    const before = { still: team[still].snapshot(), moving: team[moving].snapshot() }
    const steps = await stepsOf(run(team, settingsOf(presetSchedule(name, 1))))
    expect(steps.length).toBeGreaterThan(1)
    expect(team[still].snapshot()).toEqual(before.still)
    expect(team[moving].snapshot().weights).not.toEqual(before.moving.weights)
    expect(team[moving].version).toBeGreaterThan(before.moving.version)
  })
  test('in stages holds for each stage', async () => {
    const team = await tinyTeam()
    let before = { designer: team.designerNetwork.snapshot(), executor: team.executorNetwork.snapshot() }
    const trained: string[] = []
    for await (const step of run(team, settingsOf(presetSchedule('stages', 1), { requests: 120 }))) {
      const after = { designer: team.designerNetwork.snapshot(), executor: team.executorNetwork.snapshot() }
      const still = step.phase.trained === 'designer' ? 'executor' : 'designer'
      expect(after[still]).toEqual(before[still])
      expect(step[still]).toEqual([])
      trained.push(step.phase.trained)
      before = after
    }
    expect(new Set(trained)).toEqual(new Set(['designer', 'executor']))
  })
})

describe('a run', () => {
  test('is the same for the same seed, to the last bit, and another for another', async () => {
    const result = async (seed: number) => {
      const team = await tinyTeam(1)
      const steps = await stepsOf(run(team, settingsOf(presetSchedule('both', 1), { seed })))
      return { steps, designer: team.designerNetwork.snapshot(), executor: team.executorNetwork.snapshot() }
    }
    const first = await result(3)
    expect(await result(3)).toEqual(first)
    expect((await result(4)).steps[0]?.statistics).not.toEqual(first.steps[0]?.statistics)
  })
  test('ends with the step that spends its requests, each counted once', async () => {
    const steps = await stepsOf(run(await tinyTeam(), settingsOf(presetSchedule('both', 1))))
    let spent = 0
    for (const { statistics, requests, trees } of steps) {
      const executorCalls = recordsOf(trees).filter((record) => record.policy === 'executor').length
      expect(statistics.requests).toBe(executorCalls)
      spent += executorCalls
      expect(requests).toBe(spent)
    }
    expect(spent).toBeGreaterThanOrEqual(60)
    expect(spent - (steps.at(-1)?.statistics.requests ?? 0)).toBeLessThan(60)
  })
  test('draws training tasks only, and rolls out what the settings say', async () => {
    const steps = await stepsOf(run(await tinyTeam(), settingsOf(presetSchedule('both', 1), { requests: 150 })))
    const trees = steps.flatMap((step) => step.trees)
    expect(trees.length).toBe(2 * steps.length)
    for (const { task, designs } of trees) {
      expect(splitOf(taskText(task), taskSplit)).toBe('training')
      expect(designs.map(({ design }) => design)).toEqual([1, 2])
      for (const { executions } of designs) expect(executions.map(({ execution }) => execution)).toEqual([1, 2])
    }
  })
  test('spends requests on replays for credit, in steps that train executors', async () => {
    const credit = { ...tinySettings.credit, estimator: 'counterfactual' } as const
    const steps = await stepsOf(run(await tinyTeam(), settingsOf(presetSchedule('stages', 1), { credit, requests: 10_000, mostSteps: 4 })))
    let spent = 0
    for (const { phase, statistics, replays, requests } of steps) {
      expect(replays.requests > 0).toBe(phase.trained === 'executor')
      expect(replays.replays > 0).toBe(phase.trained === 'executor')
      spent += statistics.requests + replays.requests
      expect(requests).toBe(spent)
    }
    expect(new Set(steps.map(({ phase }) => phase.trained))).toEqual(new Set(['designer', 'executor']))
  })
  test('ends where its designs call nobody', async () => {
    const team = await tinyTeam()
    const idle = 'workflow main(expression: string) -> string {\n  return expression\n}\n'
    const parts = { ...partsWithRewards(team), designs: { kind: 'fixed' as const, text: idle } }
    const steps = await stepsOf(trainingLoop(settingsOf(presetSchedule('frozen_designer', 1)), parts, learnersOf(team)))
    expect(steps).toHaveLength(20)
    expect(steps.at(-1)?.requests).toBe(0)
  })
  test('has a name and a step for every row, and no row twice', async () => {
    const steps = await stepsOf(run(await tinyTeam(), settingsOf(presetSchedule('both', 1))))
    for (const { step, trees } of steps) {
      const rows = recordsOf(trees)
      expect(new Set(rows.map((row) => `${row.run} ${row.step}`))).toEqual(new Set([`test ${step}`]))
      const places = rows.map(({ task, design, execution, node, attempt, turn }) => JSON.stringify([task, design, execution, node, attempt, turn]))
      expect(new Set(places).size).toBe(places.length)
    }
  })
})

describe('the guards of a step', () => {
  const faults = [
    ['log-probability-mismatch', (record) => ({ logProbabilities: record.logProbabilities.map((value) => value - 0.5) })],
    ['future-version', (record) => ({ version: record.version + 1 })],
    ['inexact-tokens', () => ({ provenance: 'retokenized' })],
    ['greedy-row', () => ({ temperature: 0 })],
    ['not-a-number', (record) => ({ logProbabilities: record.logProbabilities.map(() => Number.NaN) })],
    ['row-shape', (record) => ({ logProbabilities: [...record.logProbabilities, -1] })],
    ['illegal-token', (record) => ({ masks: record.tokens.map((token) => [token === 0 ? 1 : 0]) })],
  ] as const satisfies readonly (readonly [string, (record: SampledRecord) => object])[]
  test.each(faults)('stop it with %s, and nothing moves', async (kind, change) => {
    const team = await tinyTeam()
    const before = team.executorNetwork.snapshot()
    const client = tampered(team.executor, change)
    const ended = stepsOf(run(team, settingsOf(presetSchedule('frozen_designer', 1)), client))
    await expect(ended).rejects.toMatchObject({ name: 'TrainingFault', kind })
    expect(team.executorNetwork.snapshot()).toEqual(before)
  })
  test('stop rows of earlier weights', async () => {
    const team = await tinyTeam()
    team.executorNetwork.trainSupervised([{ prompt: [1], completion: [2] }], { learningRate: 0.01 })
    const client = tampered(team.executor, (record) => ({ version: record.version - 1 }))
    const ended = stepsOf(run(team, settingsOf(presetSchedule('frozen_designer', 1)), client))
    await expect(ended).rejects.toMatchObject({ name: 'TrainingFault', kind: 'stale-version' })
  })
  test('stop groups of one where they are compared', async () => {
    const settings = settingsOf(presetSchedule('both', 1), { designs: 1 })
    await expect(stepsOf(run(await tinyTeam(), settings))).rejects.toMatchObject({ kind: 'group-of-one' })
  })
})

describe('the arms of the demonstration', () => {
  test.each(Object.keys(arms) as ArmName[])('%s trains within its requests', async (name) => {
    const steps = await stepsOf(trainArm(arms[name], await tinyTeam(), { ...tinySettings, requests: 30 }, 2))
    expect(steps.at(-1)?.requests).toBeGreaterThanOrEqual(30)
    for (const tree of steps.flatMap((step) => step.trees)) {
      const executions = tree.designs.reduce((sum, design) => sum + design.executions.length, 0)
      expect(executions).toBe(tinySettings.designs * tinySettings.executions)
    }
  })
})
