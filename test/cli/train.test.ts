import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { runFiles } from '../../trainer/run/index.ts'
import { tinyText } from '../trainer/run/tiny-configuration.ts'
import { folderWith, mas, masHere } from './mas.ts'

describe('mas train used wrongly', () => {
  test.each([
    [['train', 'missing.json'], ['missing.json does not exist']],
    [['train', 'tiny.json', '--backend', 'nonsense'], ['there is no backend "nonsense": choose auto, tfjs-node, wasm, cpu']],
    [
      ['train', 'wrong.json'],
      [
        'wrong.json: rollout: there is no setting "design". Did you mean "designs"?',
        'wrong.json: budget.requests: must be at least 1',
        'wrong.json: credit.estimator: must be one of "broadcast", "design_group", "per_agent", "rloo", "slice", "counterfactual", "shapley", "vine"',
      ],
    ],
  ])('%j is told so, and nothing is written', async (commandLine, problems) => {
    using folder = folderWith({
      'tiny.json': tinyText(),
      'wrong.json': '{"rollout":{"design":3},"budget":{"requests":0},"credit":{"estimator":"best"}}',
    })
    const ended = await masHere(commandLine, folder.path)
    expect({ ...ended, err: ended.err.trimEnd().split('\n').sort() }).toEqual({
      exit: 2,
      out: '',
      err: problems.map((problem) => `mas: ${problem}`).sort(),
    })
    expect(existsSync(join(folder.path, 'runs'))).toBe(false)
  })
})

describe('mas train on tasks of a file', () => {
  const line = (number: number, expected: unknown = String(number % 10)): string =>
    JSON.stringify({ id: `t${number}`, input: { text: `a${number}` }, expected })

  test('draws from them, and goes on with the same ones only', async () => {
    const lines = Array.from({ length: 40 }, (_, number) => line(number))
    using folder = folderWith({ 'tiny.json': tinyText({ tasks: { perStep: 2 } }), 'tasks.jsonl': lines.join('\n'), 'fewer.jsonl': lines.slice(1).join('\n') })
    const words = ['train', 'tiny.json', '--out', 'run', '--scorer', 'numeric']
    const first = await masHere([...words, '--tasks', 'tasks.jsonl'], folder.path)
    expect([first.exit, first.err]).toEqual([0, expect.stringContaining('held-out success') as string])
    const other = await masHere([...words, '--tasks', 'fewer.jsonl', '--resume'], folder.path)
    expect(other).toMatchObject({ exit: 2, err: expect.stringContaining('extensions.domain was "tasks.jsonl ') as string })
  })

  test.each([
    [line(1, 7), 'tasks.jsonl: task "t1": "expected" is no text: small executors learn their replies from it'],
    ['{"id":"a","input":{"text":"x"}}', 'tasks.jsonl: task "a": no "expected", so that nothing can be learned from it'],
    ['{"id":"a","input":{"text":3},"expected":"x"}', 'tasks.jsonl: task "a": the input "text" is no text: small executors read nothing else'],
  ])('%s is told before anything is trained', async (text, message) => {
    using folder = folderWith({ 'tiny.json': tinyText(), 'tasks.jsonl': text })
    expect(await masHere(['train', 'tiny.json', '--tasks', 'tasks.jsonl'], folder.path)).toMatchObject({ exit: 2, err: `mas: ${message}\n` })
    expect(existsSync(join(folder.path, 'runs'))).toBe(false)
  })
})

describe('mas train', () => {
  test('trains, refuses to train over it, and says that it has finished', async () => {
    using folder = folderWith({ 'tiny.json': tinyText() })
    const first = await masHere(['train', 'tiny.json', '--seed', '4'], folder.path)
    expect(first.exit).toBe(0)
    expect(first.err).toContain('held-out success after 5 steps')
    expect(first.out).toMatch(/after training +\d+ %/)
    expect(first.out).toContain('seed 4, wasm backend. The budget of steps is spent.')
    const run = join('runs', 'tiny-seed-4')
    expect(readdirSync(join(folder.path, run)).sort()).toEqual(['checkpoints', 'configuration.json', 'metrics.jsonl', 'summary.json', 'tensorboard'])
    expect(await masHere(['train', 'tiny.json', '--seed', '4'], folder.path)).toEqual({
      exit: 2,
      out: '',
      err: `mas: ${run} already holds a run: --resume goes on with it, --out FOLDER begins another one elsewhere\n`,
    })
    expect(await masHere(['train', 'tiny.json', '--seed', '4', '--resume'], folder.path)).toEqual({
      exit: 0,
      out: first.out,
      err: `The run in ${run} is finished; there is nothing to resume.\n`,
    })
    const other = await masHere(['train', 'tiny.json', '--out', run, '--resume'], folder.path)
    expect(other.exit).toBe(2)
    expect(other.err).toContain('seed was 4, and is 1 now')
  })

  test('ended by Ctrl-C says how to go on, and ends as it would have', async () => {
    using folder = folderWith({ 'tiny.json': tinyText({ budget: { requests: 100_000, steps: 40 } }) })
    let told = ''
    const interrupted = await mas(['train', 'tiny.json', '--out', 'run'], {
      folder: folder.path,
      onStart: (child) => {
        child.stderr?.on('data', (text: string) => {
          const isFirst = !told.includes('step 1 of')
          told += text
          if (isFirst && told.includes('step 1 of')) child.kill('SIGINT')
        })
      },
    })
    expect({ exit: interrupted.exit, out: interrupted.out }).toEqual({ exit: 130, out: '' })
    expect(interrupted.err).toContain('mas: interrupted; what was trained so far is in run. To go on, give the same command with --resume.\n')
    expect(existsSync(join(folder.path, 'run', 'summary.json'))).toBe(false)
    const resumed = await masHere(['train', 'tiny.json', '--out', 'run', '--resume'], folder.path)
    expect(resumed.err).toMatch(/resumed after \d+ training steps and [\d,]+ requests/)
    const whole = await masHere(['train', 'tiny.json', '--out', 'whole'], folder.path)
    expect([resumed.exit, whole.exit]).toEqual([0, 0])
    const { metrics, summary, designer, executor, events } = runFiles
    for (const name of [metrics, summary, designer, executor, events]) {
      expect(readFileSync(join(folder.path, 'run', name))).toEqual(readFileSync(join(folder.path, 'whole', name)))
    }
  })

  test('that diverges is stopped with the fault, without a stack trace', async () => {
    const executor = { network: { width: 8 }, start: { batch: 8, mostSteps: 3, learningRate: 1 }, training: { learningRate: 1 } }
    const guards = { logProbabilityTolerance: 1e-300 }
    using folder = folderWith({ 'tiny.json': tinyText({ executor, guards, credit: { estimator: 'broadcast' } }) })
    const ended = await masHere(['train', 'tiny.json'], folder.path)
    expect(ended.exit).toBe(3)
    expect(ended.err).toContain('mas: training was stopped, log-probability-mismatch: Recorded log-probabilities differ')
    expect(ended.err).not.toContain('    at ')
  })
})
