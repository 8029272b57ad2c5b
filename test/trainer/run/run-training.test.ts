import { appendFileSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readTrainingConfiguration } from '../../../trainer/configuration/index.ts'
import { readCheckpoint } from '../../../trainer/engine/index.ts'
import { readCallRecord } from '../../../trainer/records/index.ts'
import { runFiles, runTraining } from '../../../trainer/run/index.ts'
import type { MetricsLine, TrainingEnd, TrainingEvent, TrainingExtensions } from '../../../trainer/run/index.ts'
import { scheduleAt } from '../../../trainer/schedule/index.ts'
import { functionScorer } from '../../../trainer/scorers/index.ts'
import { tinyConfiguration } from './tiny-configuration.ts'

const home = mkdtempSync(join(tmpdir(), 'mas-run-'))
const whole = join(home, 'whole')
const events: TrainingEvent[] = []
let ended: TrainingEnd

beforeAll(async () => {
  ended = await runTraining({ configuration: tinyConfiguration(), folder: whole }, (event) => events.push(event))
})
afterAll(() => {
  rmSync(home, { recursive: true, force: true })
})

const bytes = (folder: string, name: keyof typeof runFiles): Buffer => readFileSync(join(folder, runFiles[name]))

const filesOf = (folder: string): readonly (keyof typeof runFiles)[] =>
  (Object.keys(runFiles) as (keyof typeof runFiles)[]).filter((name) => existsSync(join(folder, runFiles[name])))

const linesOf = (folder: string): readonly MetricsLine[] =>
  bytes(folder, 'metrics')
    .toString()
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as MetricsLine)

/** A copy of the finished run, to be spoilt. */
const copyOf = (name: string): string => {
  const folder = join(home, name)
  cpSync(whole, folder, { recursive: true })
  return folder
}

const problemsOf = (end: TrainingEnd): readonly string[] => {
  if (end.kind !== 'unusable') throw new Error(`it ended as ${end.kind}`)
  return end.problems
}

describe('a run', () => {
  test('tells what it writes down: both starts, steps, evaluations before, between and after', () => {
    const lines = linesOf(whole)
    expect(lines).toEqual(events.filter((event) => event.kind !== 'opened'))
    const places = lines.map((line) => (line.kind === 'start' ? `${line.role} ${line.step}` : `${line.kind} ${line.step}`))
    expect(places.slice(0, 27)).toEqual(Array.from({ length: 27 }, (_, index) => `executor ${index + 1}`))
    expect(places.slice(27, 39)).toEqual(Array.from({ length: 12 }, (_, index) => `designer ${index + 1}`))
    expect(places.slice(39)).toEqual([
      'evaluation 0',
      'step 0',
      'step 1',
      'evaluation 2',
      'step 2',
      'step 3',
      'evaluation 4',
      'step 4',
      'evaluation 5',
    ])
  })
  test('keeps its configuration as resolved, which reads back the same', () => {
    expect(readTrainingConfiguration(bytes(whole, 'configuration').toString())).toEqual({ kind: 'ok', configuration: tinyConfiguration() })
  })
  test('leaves a summary and the weights of both roles', () => {
    if (ended.kind !== 'finished') throw new Error(`it ended as ${ended.kind}`)
    expect(JSON.parse(bytes(whole, 'summary').toString())).toEqual(ended.summary)
    expect(ended.summary).toMatchObject({ version: 1, seed: 1, backend: 'wasm', steps: 5, ended: 'steps', compiledShare: 1 })
    expect(ended.summary.extensions).toEqual({ domain: null, scorer: null, estimator: null, executor: null, designer: null })
    for (const role of ['designer', 'executor'] as const) expect(readCheckpoint(bytes(whole, role)).kind).toBe('read')
  })
  test('is resumed after an interruption at each of its events, and ends the same', async () => {
    const folder = join(home, 'interrupted')
    for (const stop of [1, 9, 40, 43, 47]) {
      const controller = new AbortController()
      const run = { configuration: tinyConfiguration(), folder, resume: true, signal: controller.signal }
      const end = await runTraining(run, (event) => {
        if (event.kind !== 'opened' && linesOf(folder).length >= stop) controller.abort()
      })
      expect(end).toEqual({ kind: 'interrupted' })
    }
    expect(await runTraining({ configuration: tinyConfiguration(), folder, resume: true })).toEqual(ended)
    for (const name of filesOf(whole)) expect(bytes(folder, name)).toEqual(bytes(whole, name))
  })
  test('is resumed in the middle of phases that end by what they measure, and walks the same way', async () => {
    const configuration = tinyConfiguration({
      executor: { network: { width: 8 }, start: { mostSteps: 3, batch: 8 } },
      designer: { network: { width: 8 }, start: { mostSteps: 3, batch: 8 } },
      schedule: {
        phases: [
          { train: 'executor', until: { kind: 'plateau', patience: 2, delta: 0.01, mostSteps: 9 } },
          { train: 'designer', until: { kind: 'target', value: 0.05, mostSteps: 3 } },
        ],
        repeat: true,
      },
      budget: { requests: 1000, steps: 12 },
    })
    const folder = join(home, 'until')
    const wholeEnd = await runTraining({ configuration, folder })
    const steps = linesOf(folder).filter((line) => line.kind === 'step')
    const measurements = steps.map(({ step, executorReward }) => ({ step, value: executorReward ?? NaN }))
    const walked = steps.map(({ step }) => scheduleAt(configuration.schedule, step, measurements.slice(0, step)))
    expect(steps.map(({ trained }) => trained)).toEqual(walked.map((point) => point?.trained))
    // Phases did end by what was measured, not at their most steps alone.
    expect(new Set(walked.map((point) => point?.start)).size).toBeGreaterThan(2)

    const again = join(home, 'until-interrupted')
    let resumed: TrainingEnd = { kind: 'interrupted' }
    for (let attempt = 0; resumed.kind === 'interrupted'; attempt += 1) {
      const controller = new AbortController()
      resumed = await runTraining({ configuration, folder: again, resume: true, signal: controller.signal }, (event) => {
        if (event.kind === 'step') controller.abort()
      })
    }
    expect(resumed).toEqual(wholeEnd)
    for (const name of filesOf(folder)) expect(bytes(again, name)).toEqual(bytes(folder, name))
  })
  test('keeps each call of its training where it is to, also after an interruption', async () => {
    const changes = { records: 'all', budget: { requests: 1000, steps: 3 }, schedule: { preset: 'stages', stageSteps: 1 } }
    const configuration = tinyConfiguration({ ...changes, executor: { network: { width: 8 }, start: { mostSteps: 2, batch: 8 } } })
    const [folder, again] = [join(home, 'records'), join(home, 'records-interrupted')]
    await runTraining({ configuration, folder })
    const read = bytes(folder, 'records').toString().trimEnd().split('\n').map(readCallRecord)
    const records = read.map((line) => (line.kind === 'record' ? line.record : null)).filter((record) => record !== null)
    expect(records).toHaveLength(read.length)
    const steps = linesOf(folder).filter((line) => line.kind === 'step')
    for (const { step, trained, requests } of steps) {
      const own = records.filter((record) => record.step === step)
      expect(own.filter(({ policy }) => policy === 'designer')).toHaveLength(4)
      expect(records.filter((record) => record.step <= step && record.policy === 'executor')).toHaveLength(requests)
      // Advantages stand where something was learned, and nowhere else.
      for (const { policy, advantages, tokens } of own) expect(advantages?.length ?? null).toBe(policy === trained ? tokens.length : null)
    }
    for (const stop of [1, 2]) {
      const controller = new AbortController()
      await runTraining({ configuration, folder: again, resume: true, signal: controller.signal }, (event) => {
        if (event.kind === 'step' && event.step + 1 >= stop) controller.abort()
      })
    }
    const path = join(again, runFiles.records)
    const kept = bytes(again, 'records')
    const metrics = bytes(again, 'metrics')
    for (const [spoilt, message] of [
      [kept.subarray(1), 'bytes where the run had written'],
      [kept.map((byte, place) => (place === 77 ? byte ^ 1 : byte)), 'is not what the run had written'],
    ] as const) {
      writeFileSync(path, spoilt)
      appendFileSync(join(again, runFiles.metrics), '{"kind":"st')
      const [problem = ''] = problemsOf(await runTraining({ configuration, folder: again, resume: true }))
      expect(problem).toContain(path)
      expect(problem).toContain(message)
      // Nothing was changed, not even what would be cut off.
      expect(bytes(again, 'metrics').length).toBeGreaterThan(metrics.length)
    }
    writeFileSync(path, kept)
    appendFileSync(path, '{"run":"tra')
    expect((await runTraining({ configuration, folder: again, resume: true })).kind).toBe('finished')
    for (const name of filesOf(folder)) expect(bytes(again, name)).toEqual(bytes(folder, name))
  })
  test('that has finished says so, and does nothing', async () => {
    const before = bytes(whole, 'metrics')
    const told: TrainingEvent[] = []
    const again = await runTraining({ configuration: tinyConfiguration(), folder: whole, resume: true }, (event) => told.push(event))
    expect(again).toEqual({ ...ended, earlier: true })
    expect(told).toEqual([])
    expect(bytes(whole, 'metrics')).toEqual(before)
  })
  test('keeps its backend where the configuration leaves it open', async () => {
    const again = await runTraining({ configuration: tinyConfiguration({ backend: 'auto' }), folder: whole, resume: true })
    expect(again).toMatchObject({ kind: 'finished', earlier: true })
  })
  test('keeps its folder to itself while it runs', async () => {
    const folder = join(home, 'two-at-once')
    const others: Promise<TrainingEnd>[] = []
    const run = { configuration: tinyConfiguration(), folder, resume: true }
    const first = await runTraining(run, (event) => {
      if (event.kind === 'opened') others.push(runTraining(run))
    })
    expect(first).toEqual(ended)
    expect(await Promise.all(others)).toEqual([
      { kind: 'unusable', problems: [`another process trains in ${folder}: wait for its end, or train elsewhere with --out FOLDER`] },
    ])
    expect(bytes(folder, 'state')).toEqual(bytes(whole, 'state'))
  })
  test('leaves out a start of 0 steps', async () => {
    const none = { network: { width: 8 }, start: { mostSteps: 0 } }
    const configuration = tinyConfiguration({ executor: none, designer: none, budget: { requests: 1000, steps: 1 } })
    const folder = join(home, 'no-start')
    expect((await runTraining({ configuration, folder })).kind).toBe('finished')
    expect(linesOf(folder).map(({ kind }) => kind)).toEqual(['evaluation', 'step', 'evaluation'])
  })
})

describe('a run whose credit replays executions', () => {
  const role = { network: { width: 8 }, start: { batch: 8, mostSteps: 2 }, training: { warmUpSteps: 1 } }
  test.each(['counterfactual', 'shapley', 'vine'])('%s: counts the requests of replays, and is resumed to the same end', async (estimator) => {
    const configuration = tinyConfiguration({
      credit: { estimator },
      rollout: { designs: 2, executions: 1 },
      designer: role,
      executor: role,
      budget: { requests: 1000, steps: 3 },
      evaluation: { tasksPerFamily: 1, repeats: 1 },
    })
    const folders = [join(home, `${estimator} whole`), join(home, `${estimator} interrupted`)] as const
    const finished = await runTraining({ configuration, folder: folders[0] })
    const steps = linesOf(folders[0]).filter((line) => line.kind === 'step')
    expect(steps.some(({ replayRequests }) => replayRequests > 0)).toBe(true)
    expect(finished).toMatchObject({ kind: 'finished', summary: { steps: 3, requests: steps.at(-1)?.requests } })
    for (const stop of [1, 2]) {
      const controller = new AbortController()
      const run = { configuration, folder: folders[1], resume: true, signal: controller.signal }
      const end = await runTraining(run, (event) => {
        if (event.kind === 'step' && event.step + 1 >= stop) controller.abort()
      })
      expect(end).toEqual({ kind: 'interrupted' })
    }
    expect(await runTraining({ configuration, folder: folders[1], resume: true })).toEqual(finished)
    expect(filesOf(folders[1])).toEqual(filesOf(folders[0]))
    for (const name of filesOf(folders[0])) expect(bytes(folders[1], name)).toEqual(bytes(folders[0], name))
  })
})

describe('a run is refused, and nothing changes', () => {
  const unchanged = async (folder: string, run: () => Promise<TrainingEnd>): Promise<readonly string[]> => {
    const before = bytes(folder, 'metrics')
    const problems = problemsOf(await run())
    expect(bytes(folder, 'metrics')).toEqual(before)
    return problems
  }
  test('where its folder holds one', async () => {
    expect(await unchanged(whole, () => runTraining({ configuration: tinyConfiguration(), folder: whole }))).toEqual([
      `${whole} already holds a run: --resume goes on with it, --out FOLDER begins another one elsewhere`,
    ])
  })
  test.each([
    [{ seed: 2 }, 'seed was 1, and is 2 now'],
    [{ backend: 'cpu' }, 'backend was "wasm", and is "cpu" now'],
    [{ evaluation: { tasksPerFamily: 3, repeats: 2, everySteps: 2 } }, 'evaluation.repeats was 1, and is 2 now'],
    [{ schedule: { preset: 'frozen_designer' } }, 'schedule.phases[0].train was "both", and is "executor" now'],
  ])('with another configuration: %j', async (changes, difference) => {
    const configuration = tinyConfiguration(changes)
    expect(await unchanged(whole, () => runTraining({ configuration, folder: whole, resume: true }))).toEqual([
      `a run is resumed with the configuration that it began with: ${difference}`,
    ])
  })
  test('with another extension', async () => {
    const extensions: TrainingExtensions = { scorer: functionScorer('mine', () => 1) }
    const problems = await unchanged(whole, () => runTraining({ configuration: tinyConfiguration(), folder: whole, resume: true, extensions }))
    expect(problems).toEqual([
      'a run is resumed with the configuration that it began with: extensions.scorer was null, and is "mine" now',
    ])
  })
  test.each([
    ['state', 'cut', 'it does not match its checksum'],
    ['state', 'empty', 'it does not begin like a state of this version'],
    ['state', 'gone', 'is missing'],
    ['configuration', 'gone', 'is missing'],
    ['configuration', 'cut', 'cannot be used: it is not valid JSON'],
  ] as const)('with a %s that is %s', async (name, how, message) => {
    const folder = copyOf(`${name}-${how}`)
    const path = join(folder, runFiles[name])
    if (how === 'gone') rmSync(path)
    else truncateSync(path, how === 'cut' ? bytes(folder, name).length - 4 : 0)
    const [problem = ''] = await unchanged(folder, () => runTraining({ configuration: tinyConfiguration(), folder, resume: true }))
    expect(problem).toContain(`the run in ${folder} cannot be resumed: ${path}`)
    expect(problem).toContain(message)
  })
  const checksum = 'it does not match its checksum'
  const regions: readonly (readonly [string, (state: Buffer) => number, string])[] = [
    ['signature', () => 3, 'it does not begin like a state of this version'],
    ['length of its header', () => 9, 'its header cannot be read'],
    ['checksum', () => 13, checksum],
    ['header', () => 40, checksum],
    ['designer', (state) => 16 + state.readUInt32LE(8) + 500, checksum],
    ['executor', (state) => state.length - 500, checksum],
    ['end', (state) => state.length - 1, checksum],
  ]
  test.each(regions)('with a state in which one bit of its %s has changed', async (name, placeIn, reason) => {
    const folder = copyOf(`flipped ${name}`)
    const content = bytes(folder, 'state')
    const place = placeIn(content)
    content.writeUInt8(content.readUInt8(place) ^ 1, place)
    writeFileSync(join(folder, runFiles.state), content)
    const [problem = ''] = await unchanged(folder, () => runTraining({ configuration: tinyConfiguration(), folder, resume: true }))
    const path = join(folder, runFiles.state)
    expect(problem).toBe(`the run in ${folder} cannot be resumed: ${path} is damaged: ${reason}`)
  })
  test('with metrics that are not those that it had written', async () => {
    const folder = join(home, 'changed-metrics')
    const controller = new AbortController()
    const run = { configuration: tinyConfiguration(), folder, resume: true }
    await runTraining({ ...run, signal: controller.signal }, (event) => {
      if (event.kind === 'step') controller.abort()
    })
    const path = join(folder, runFiles.metrics)
    const content = bytes(folder, 'metrics')
    writeFileSync(path, content.toString().replace('"role":"executor"', '"role":"designer"'))
    expect(await unchanged(folder, () => runTraining(run))).toEqual([
      `the run in ${folder} cannot be resumed: ${path} is not what the run had written`,
    ])
    writeFileSync(path, content.subarray(0, 100))
    const [problem = ''] = await unchanged(folder, () => runTraining(run))
    expect(problem).toContain(`has 100 bytes where the run had written ${content.length}`)
    rmSync(path)
    expect(problemsOf(await runTraining(run))).toEqual([`the run in ${folder} cannot be resumed: ${path} is missing`])
    writeFileSync(path, content)
    appendFileSync(path, '{"kind":"st')
    expect(await runTraining(run)).toEqual(ended)
    expect(bytes(folder, 'metrics')).toEqual(bytes(whole, 'metrics'))
  })
  test.each([
    [{ executor: { network: { positions: 6 } } }, /^executor\.network\.positions: depth:\S+ takes \d+, there are 6$/],
    [
      { credit: { replays: { defaultReplies: { Answr: '' } } } },
      /^credit\.replays\.defaultReplies: there is no agent Answr; the agents are Answer, Reduce$/,
    ],
    [{ designer: { network: { positions: 12 } } }, /^designer\.network\.positions: depth:\S+ takes \d+, there are 12$/],
    [
      { tasks: { families: { plain: { values: { minimum: 1, maximum: 1 }, symbols: ['+'], tags: 0 } } } },
      /^tasks\.split: no task is (left to train on|held out to be measured on); the families have too few$/,
    ],
  ])('where it could not work: %j', async (changes, problem) => {
    const folder = join(home, 'could-not-work')
    const problems = problemsOf(await runTraining({ configuration: tinyConfiguration(changes), folder }))
    expect(problems).toEqual([expect.stringMatching(problem)])
    expect(existsSync(folder)).toBe(false)
  })
  test('where its folder cannot be made', async () => {
    const folder = join(whole, runFiles.summary)
    expect(problemsOf(await runTraining({ configuration: tinyConfiguration(), folder }))).toEqual([
      `the run folder ${folder} cannot be used (ENOTDIR)`,
    ])
  })
})
