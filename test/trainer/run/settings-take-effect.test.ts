import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { ModelClient, ModelOutcome, ModelRequest } from '../../../runtime/index.ts'
import { readTrainingConfiguration, trainingConfigurationSchema } from '../../../trainer/configuration/index.ts'
import { estimators } from '../../../trainer/credit/index.ts'
import { isSampledRecord } from '../../../trainer/policies/sampled-record.ts'
import { runFiles, runTraining } from '../../../trainer/run/index.ts'
import { optionRules } from '../../../trainer/scorers/index.ts'
import type { TrainingExtensions } from '../../../trainer/run/index.ts'
import { embeddedExecutor } from '../../../trainer/team/index.ts'
import { domainOf } from '../../../trainer/run/run-parts.ts'
import { networkLearner } from '../../../trainer/training/network-learner.ts'
import { loadedEngine } from '../engine/loaded-engine.ts'
import { tinyConfiguration, tinyText } from './tiny-configuration.ts'

const home = mkdtempSync(join(tmpdir(), 'mas-settings-'))
let runs = 0
afterAll(() => {
  rmSync(home, { recursive: true, force: true })
})

type Settings = { [name: string]: unknown }

/** A run in which every part of training does something. */
const base: Settings = {
  ...(JSON.parse(tinyText()) as Settings),
  tasks: { perStep: 3, families: { depth: {}, robustness: { tags: 0 }, plain: { tags: 0 } } },
  credit: { estimator: 'per_agent' },
  designer: { network: { width: 8 }, start: { batch: 8, mostSteps: 3, target: 0 }, training: { warmUpSteps: 1 } },
  executor: { network: { width: 8 }, start: { batch: 8, mostSteps: 3, target: 1 }, training: { warmUpSteps: 1 } },
  schedule: {
    phases: [
      { train: 'both', steps: 1 },
      { train: 'executor', until: { kind: 'plateau', patience: 1, mostSteps: 1 } },
    ],
    repeat: true,
  },
  budget: { requests: 1000, steps: 3 },
}

const isSection = (value: unknown): value is Settings => typeof value === 'object' && value !== null && !Array.isArray(value)

function changed(settings: Settings, path: readonly string[], value: unknown): Settings {
  const [name = '', ...rest] = path
  const inner = settings[name]
  return { ...settings, [name]: rest.length === 0 ? value : changed(isSection(inner) ? inner : {}, rest, value) }
}

async function metricsOf(settings: Settings): Promise<string> {
  const read = readTrainingConfiguration(JSON.stringify(settings))
  if (read.kind === 'error') throw new Error(read.problems.join('; '))
  runs += 1
  const folder = join(home, String(runs))
  const ended = await runTraining({ configuration: read.configuration, folder })
  if (ended.kind !== 'finished') throw new Error(JSON.stringify(ended))
  return readFileSync(join(folder, runFiles.metrics), 'utf8')
}

/** Settings that all families share, and other values for them than those of the base. */
const arithmetic = {
  weight: 9,
  operators: { minimum: 1, maximum: 2 },
  values: { minimum: 1, maximum: 3 },
  symbols: ['-', '+'],
  parentheses: false,
  arithmetic: { modulo: 7 },
  tags: 3,
}

/** The families that have settings of their own, and other values for them than their defaults. */
const ownSettings: { readonly [family: string]: Settings } = {
  breadth: { weight: 2, parts: { minimum: 3, maximum: 5 }, values: { minimum: 1, maximum: 3 }, symbols: ['+'], arithmetic: { modulo: 7 }, disturbance: 0.5 },
  horizon: { weight: 2, letters: { minimum: 6, maximum: 7 }, modulo: 3, window: 4 },
  verify: { weight: 2, places: { minimum: 4, maximum: 5 }, glance: 1 },
  route: { weight: 2, digits: { minimum: 2, maximum: 2 } },
}

const family = (name: string): Settings =>
  Object.fromEntries(Object.entries(arithmetic).map(([setting, value]) => [`tasks.families.${name}.${setting}`, value]))

const policy = (role: string, network: Settings): Settings =>
  Object.fromEntries(
    Object.entries({
      ...Object.fromEntries(Object.entries(network).map(([name, value]) => [`network.${name}`, value])),
      'start.batch': 5,
      'start.learningRate': 0.02,
      'start.warmUpSteps': 3,
      'start.target': role === 'designer' ? 10 : 0,
      'start.mostSteps': 2,
      'training.learningRate': 0.1,
      'training.warmUpSteps': 9,
      'training.clipRange': 0.0001,
      'training.entropyCoefficient': 0.9,
      'training.referenceCoefficient': 5,
      'training.referenceSteps': 1,
      'training.referenceShare': 0.00001,
      'training.maximumGradientNorm': 1e-9,
      'training.minibatches': 5,
      'training.epochs': 3,
    }).map(([name, value]) => [`${role}.${name}`, value]),
  )

/** For each setting another value than that of the base. */
const others: Settings = {
  seed: 5,
  ...family('depth'),
  'tasks.families.robustness.disturbance': 0.9,
  'tasks.split.heldOut': 0.5,
  'tasks.split.seed': 3,
  'tasks.perStep': 4,
  'rollout.designs': 3,
  'rollout.executions': 3,
  'rollout.mostRequests': 4,
  'rollout.temperature': 3,
  'rollout.optimise': true,
  weights: 'shared',
  'credit.estimator': 'rloo',
  'credit.normalisation': 'mean_and_deviation',
  'credit.replays.alternatives': 3,
  'credit.replays.permutations': 2,
  'credit.replays.continuations': 1,
  'credit.replays.mostCuts': 1,
  'credit.replays.defaultReplies': { Answer: '7', Reduce: '7' },
  'credit.weighting': 'trajectory',
  'credit.costPerRequest': 0.2,
  'credit.costPerChoice': 0.2,
  'schedule.preset': 'both',
  'schedule.stageSteps': 1,
  'schedule.phases': [{ train: 'designer', steps: 1 }],
  'schedule.repeat': false,
  ...policy('designer', { width: 12, layers: 2, heads: 1, feedForwardMultiple: 2, lookback: 3 }),
  ...policy('executor', { width: 12, layers: 2, heads: 1, positions: 50, feedForwardMultiple: 2, lookback: 3 }),
  'executor.start.slips': 0.9,
  'budget.requests': 10,
  'budget.steps': 2,
  'evaluation.tasksPerFamily': 2,
  'evaluation.repeats': 2,
  'evaluation.everySteps': 1,
}

/** Those that a run of these tasks cannot show; each has a test of its own below, or where it is said. */
const shownElsewhere = [
  ...Object.keys({ ...family('robustness'), ...family('plain') }),
  ...Object.entries(ownSettings).flatMap(([name, own]) => Object.keys(own).map((setting) => `tasks.families.${name}.${setting}`)),
  '$schema',
  // test/trainer/engine/backend, and run-training.test.ts: another one is another run, too few positions are refused.
  'backend',
  'designer.network.positions',
  'tasks.scorer',
  // One option here, the others in test/trainer/scorers.
  ...Object.keys(optionRules).map((name) => `tasks.scorerOptions.${name}`),
  'credit.rejected',
  // run-training.test.ts
  'records',
  'guards.oldestVersion',
  'guards.compare',
  'guards.logProbabilityTolerance',
  'guards.mostFailingSteps',
  // frozen-models.test.ts and test/cli/train-models.test.ts: they are for models.
  'guards.mostUnsolvedSteps',
  'designs.from',
  'designs.builtins',
  'executor.models',
  'credit.costPerPrice',
  'budget.price',
  'frontier.designs',
  'frontier.leastExecutions',
]

/** One step is enough to show a difference of replays. */
const replaying = (estimator: string): readonly (readonly [string, unknown])[] => [
  ['credit.estimator', estimator],
  ['budget.steps', 1],
]

/** What a setting needs beside it to make a difference. */
const beside: { readonly [path: string]: readonly (readonly [string, unknown])[] } = {
  'executor.start.target': [['executor.start.mostSteps', 26]],
  'rollout.optimise': [['credit.estimator', 'slice']],
  'credit.replays.alternatives': replaying('counterfactual'),
  'credit.replays.permutations': replaying('shapley'),
  'credit.replays.continuations': replaying('vine'),
  'credit.replays.mostCuts': replaying('vine'),
  'credit.replays.defaultReplies': replaying('shapley'),
  weights: [['designer.network', undefined]],
  'designer.training.referenceSteps': [['designer.training.referenceCoefficient', 5]],
  'executor.training.referenceSteps': [['executor.training.referenceCoefficient', 5]],
  'designer.training.referenceShare': [['designer.training.referenceCoefficient', 5]],
  'executor.training.referenceShare': [['executor.training.referenceCoefficient', 5]],
  'schedule.preset': [['schedule', {}]],
  'schedule.stageSteps': [['schedule', {}]],
}

function leaves(schema: object, path = ''): readonly string[] {
  if (!('properties' in schema) || /\.(operators|values|arithmetic|parts|letters|places|digits)$/.test(path)) return [path]
  return Object.entries(schema.properties as Record<string, object>).flatMap(([name, inner]) =>
    leaves(inner, path === '' ? name : `${path}.${name}`),
  )
}

describe('every setting takes effect', () => {
  /** By settings: what they come to without the one that is tried. */
  const known = new Map<string, string>()

  test('all of them are tried', () => {
    expect([...Object.keys(others), ...shownElsewhere].sort()).toEqual([...leaves(trainingConfigurationSchema)].sort())
  })

  test.each(Object.entries(others))('%s', async (path, value) => {
    const settings = (beside[path] ?? []).reduce((all, [name, other]) => changed(all, name.split('.'), other), base)
    const key = JSON.stringify(settings)
    const without = known.get(key) ?? (await metricsOf(settings))
    known.set(key, without)
    expect(await metricsOf(changed(settings, path.split('.'), value))).not.toBe(without)
  })
})

describe('of the settings that only executors or designers of one’s own can show', () => {
  const outcome = async (settings: object, extensions: TrainingExtensions) => {
    runs += 1
    return runTraining({ configuration: tinyConfiguration(settings), folder: join(home, String(runs)), extensions })
  }

  /** Small executors whose records are changed on their way. */
  async function tampered(settings: object, change: (version: number) => object): Promise<TrainingExtensions> {
    const configuration = tinyConfiguration(settings)
    const { executor, rollout, guards } = configuration
    const made = embeddedExecutor(await loadedEngine(), domainOf(configuration, {}), { shape: executor.network, temperature: rollout.temperature }, 1)
    const client: ModelClient = {
      ...made.client,
      complete: async (request, signal): Promise<ModelOutcome> => {
        const outcome = await made.client.complete(request, signal)
        if (outcome.kind !== 'reply' || !isSampledRecord(outcome.reply.record)) return outcome
        const { record } = outcome.reply
        return { ...outcome, reply: { ...outcome.reply, record: { ...record, ...change(record.version) } } }
      },
    }
    const learner = networkLearner('executor', made.network, {
      optimisation: executor.training,
      tolerance: guards.logProbabilityTolerance,
      comparesAll: guards.compare === 'all',
    })
    return { executor: { name: 'tampered', client, learner } }
  }

  const executorsOnly = { schedule: { preset: 'frozen_designer' }, credit: { estimator: 'broadcast' } }

  test('guards.oldestVersion lets older rows pass, and no older ones', async () => {
    const settings = (oldestVersion: number) => ({ ...executorsOnly, guards: { oldestVersion } })
    const older = await tampered(settings(0), (version) => ({ version: Math.max(0, version - 2) }))
    expect(await outcome(settings(0), older)).toMatchObject({ kind: 'stopped', message: expect.stringContaining('stale-version') })
    const again = await tampered(settings(2), (version) => ({ version: Math.max(0, version - 2) }))
    expect(await outcome(settings(2), again)).toMatchObject({ kind: 'finished' })
  })

  test('guards.mostFailingSteps ends training where every execution fails, and says why', async () => {
    const refusing = (refuses: (request: ModelRequest) => boolean): ModelClient => ({
      description: 'refusing',
      complete: (request) =>
        Promise.resolve(
          refuses(request)
            ? { kind: 'failure', code: 'rejected', message: 'no such model', transient: false, reachedModel: false, retryAfter: null }
            : { kind: 'reply', reply: { content: '1', toolCalls: [], finish: 'stop', usage: { promptTokens: 1, completionTokens: 1 } } },
        ),
    })
    const of = (client: ModelClient): TrainingExtensions => ({ executor: { name: 'refusing', client, learner: null } })
    const settings = (mostFailingSteps: number | null) => ({ schedule: { preset: 'frozen_executor' }, guards: { mostFailingSteps } })
    const all = of(refusing(() => true))
    expect(await outcome(settings(2), all)).toEqual({
      kind: 'stopped',
      message: expect.stringMatching(
        /^all-failed: Every execution of the last 2 steps that called an agent failed\. Of the last one, model_rejected: \d+; such as main\/\S+: .*no such model/,
      ),
    })
    expect(await outcome(settings(null), all)).toMatchObject({ kind: 'finished' })
    // A task that always fails is counted and shown, and training goes on.
    const some = of(refusing(({ agent }) => agent.inputs.some(({ value }) => String(value).length < 4)))
    expect(await outcome(settings(2), some)).toMatchObject({ kind: 'finished' })
    const metrics = readFileSync(join(home, String(runs), runFiles.metrics), 'utf8')
    expect(metrics).toMatch(/failed executions: \d+ \(model_rejected: \d+\)/)
    expect(metrics).toMatch(/tasks whose executions all failed: \d+/)
  })

  test('credit.rejected is the reward of a design that does not compile', async () => {
    const designer = {
      name: 'wrong',
      propose: (requests: readonly { readonly design: number }[]) =>
        requests.map(({ design }) => ({ text: design === 1 ? 'nothing' : 'workflow main(expression: string) -> string { return expression }' })),
      learner: null,
    }
    const rewards: (number | null)[] = []
    for (const rejected of [-0.6, -0.9]) {
      runs += 1
      const configuration = tinyConfiguration({ schedule: { preset: 'frozen_designer' }, credit: { rejected }, budget: { requests: 9, steps: 1 } })
      await runTraining({ configuration, folder: join(home, String(runs)), extensions: { designer } }, (event) => {
        if (event.kind === 'step') rewards.push(event.designerReward)
      })
    }
    expect(rewards).toEqual([-0.3, -0.45])
  })

  test('rollout.mostRequests rejects a design of one’s own that could make more', async () => {
    const script = 'agent Answer(expression: string) -> string {\n  role "answer"\n}\nworkflow main(expression: string) -> string {\n  return vote(sample 5 of Answer(expression))\n}\n'
    const designer = { name: 'voter', propose: (requests: readonly unknown[]) => requests.map(() => ({ text: script })), learner: null }
    for (const [mostRequests, share] of [[5, 1], [4, 0]]) {
      const end = await outcome({ schedule: { preset: 'frozen_designer' }, rollout: { mostRequests, designs: 1, executions: 2 }, budget: { requests: 9, steps: 1 } }, { designer })
      expect(end).toMatchObject({ kind: 'finished', summary: { compiledShare: share } })
    }
  })

  test('rollout.optimise is refused while executors train by an estimator of one’s own that does not support it', async () => {
    const estimator = { ...estimators.broadcast, name: 'own', optimised: false }
    expect(await outcome({ rollout: { designs: 2, executions: 2, optimise: true } }, { estimator })).toEqual({
      kind: 'unusable',
      problems: [expect.stringMatching(/^rollout\.optimise: the credit estimator own does not support optimised graphs/)],
    })
  })

  test('weights are shared by the small policies alone', async () => {
    const designer = { name: 'mine', propose: () => [], learner: null }
    expect(await outcome({ weights: 'shared', designer: {}, schedule: { preset: 'frozen_designer' } }, { designer })).toEqual({
      kind: 'unusable',
      problems: ['weights: they are shared by the small policies alone, and "mine" stands in the place of one'],
    })
  })

  test('a frozen policy is not trained', async () => {
    const designer = { name: 'still', propose: () => [], learner: null }
    expect(await outcome({}, { designer })).toEqual({ kind: 'unusable', problems: ['schedule: it trains the designer, and "still" is frozen'] })
  })

  test('the families of a run are those of its settings', () => {
    const { mix } = domainOf(tinyConfiguration({ tasks: { families: { robustness: arithmetic, plain: arithmetic } } }), {})
    const { weight, ...parameters } = arithmetic
    expect(mix.map((entry) => [entry.family.name, entry.weight])).toEqual([
      ['robustness', weight],
      ['plain', weight],
    ])
    for (const entry of mix) expect(entry.family.parameters).toMatchObject(parameters)
  })

  test.each(Object.entries(ownSettings))('the settings of %s are those of its family', (name, settings) => {
    const [entry] = domainOf(tinyConfiguration({ tasks: { families: { [name]: settings } } }), {}).mix
    const { weight, ...parameters } = settings
    expect([entry?.family.name, entry?.weight, entry?.family.parameters]).toEqual([name, weight, parameters])
  })

  test.each([
    ['exact', {}, 0],
    ['numeric', {}, 1],
    ['numeric', { field: 'answer' }, 0],
  ])('tasks.scorer %s with %j: an answer with a zero before it scores %d', async (scorer, scorerOptions, success) => {
    // It knows the answer, and writes it in a way that only one of the scorers takes.
    const designer = {
      name: 'knowing',
      propose: (requests: readonly { readonly task: { readonly expected?: unknown } }[]) =>
        requests.map(({ task }) => ({ text: `workflow main(expression: string) -> string {\n  return "0${String(task.expected)}"\n}\n` })),
      learner: null,
    }
    const settings = { tasks: { scorer, scorerOptions, perStep: 2 }, schedule: { preset: 'frozen_designer' }, budget: { requests: 9, steps: 1 } }
    expect(await outcome(settings, { designer })).toMatchObject({ kind: 'finished', summary: { after: { success } } })
  })
})
