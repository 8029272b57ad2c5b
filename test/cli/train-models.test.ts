import { existsSync, readFileSync, readdirSync } from 'node:fs'
import type { ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TrainingSummary } from '../../trainer/run/index.ts'
import { folderWith, mas, masHere, projectFolder } from './mas.ts'

const tasks = readFileSync(join(projectFolder, 'examples/training/expressions.jsonl'), 'utf8').split('\n').slice(0, 40).join('\n')
const agents = readFileSync(join(projectFolder, 'examples/training/expressions.mas'), 'utf8')

const settings = {
  backend: 'wasm',
  designs: { from: 'agents.mas', builtins: ['vote', 'number'] },
  tasks: { perStep: 2 },
  rollout: { designs: 2, executions: 2, mostRequests: 3 },
  designer: { network: { width: 8 }, start: { batch: 8, mostSteps: 3 } },
  budget: { requests: 100, steps: 3 },
  evaluation: { tasksPerFamily: 3 },
  frontier: { designs: 2, leastExecutions: 1 },
}

const files = (changes: object = {}): Readonly<Record<string, string>> => ({
  'train.json': JSON.stringify({ ...settings, ...changes }),
  'agents.mas': agents,
  'tasks.jsonl': tasks,
})

const words = ['train', 'train.json', '--tasks', 'tasks.jsonl', '--scorer', 'exact', '--out', 'run']

describe('mas train over models', () => {
  let child: ChildProcess | undefined
  let baseUrl = ''
  let ended: Promise<unknown> = Promise.resolve()
  beforeAll(async () => {
    baseUrl = await new Promise<string>((resolve) => {
      ended = mas(['serve', 'embedded:arithmetic', '--port', '0'], {
        onStart: (started) => {
          child = started
          started.stdout?.on('data', (text: string) => {
            resolve(text.trim())
          })
        },
      })
    })
  })
  afterAll(async () => {
    child?.kill('SIGINT')
    await ended
  })

  test('learns from a server of its own process, shows what designs are worth, and leaves scripts that run', async () => {
    const configuration = { models: { default: { spec: `openai:arithmetic@${baseUrl}`, keyEnvironment: 'MY_KEY' } }, cache: 'replies' }
    using folder = folderWith({ ...files({ executor: { models: 'mas.config.json' } }), 'mas.config.json': JSON.stringify(configuration) })
    const options = { folder: folder.path, environment: { MY_KEY: 'secret-of-mine' } }
    const away = await masHere(words, folder.path)
    expect(away).toMatchObject({ exit: 2, err: expect.stringContaining('MY_KEY') as string })
    expect(existsSync(join(folder.path, 'run'))).toBe(false)

    let told = ''
    const interrupted = await mas(words, {
      ...options,
      onStart: (process) => {
        process.stderr?.on('data', (text: string) => {
          const isFirst = !told.includes('measured Answer, once')
          told += text
          if (isFirst && told.includes('measured Answer, once')) process.kill('SIGINT')
        })
      },
    })
    expect(interrupted.exit).toBe(130)
    const finished = await mas([...words, '--resume'], options)
    expect({ exit: finished.exit, err: finished.err.includes('resumed after 3 training steps') }).toEqual({ exit: 0, err: true })
    expect(finished.out).toMatch(/on 3 held-out tasks +requests +score +95 % +against votes of equal cost +frontier/)
    for (const name of ['Answer, once', 'Answer, vote of 3', 'Reduce, once', 'stepwise, as written', 'the designer']) expect(finished.out).toContain(name)

    // The cache knows every reply by now, and they count as asked.
    const again = await mas(words.map((word) => (word === 'run' ? 'again' : word)), options)
    expect(again.exit).toBe(0)
    for (const name of ['metrics.jsonl', 'designs.jsonl', 'summary.json', 'checkpoints/designer.checkpoint']) {
      expect(readFileSync(join(folder.path, 'again', name)), name).toEqual(readFileSync(join(folder.path, 'run', name)))
    }
    const held = readdirSync(join(folder.path, 'run'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    for (const { parentPath, name } of held) expect(readFileSync(join(parentPath, name), 'latin1')).not.toContain('secret-of-mine')

    const { frontier } = JSON.parse(readFileSync(join(folder.path, 'run', 'summary.json'), 'utf8')) as TrainingSummary
    expect(frontier?.rows.some(({ kind }) => kind === 'design')).toBe(true)
    const script = await masHere(['check', join('run', 'frontier', 'design-1.mas')], folder.path)
    expect(script.exit).toBe(0)
  })

  test('a model that is away stops it, and says how to go on', async () => {
    using folder = folderWith({ ...files(), 'mas.config.json': '{"limits":{"retries":0}}' })
    const ended = await masHere([...words, '--config', 'mas.config.json', '--model', 'default=openai:arithmetic@http://127.0.0.1:9/v1'], folder.path)
    expect(ended.exit).toBe(3)
    expect(ended.err).toContain('mas: training was stopped, the model of slot default is away, after 1 try (connection): ')
    expect(ended.err).toContain('when it is back, go on with --resume')
  })
})

describe('mas train over models used wrongly', () => {
  const model = ['--model', 'default=embedded:arithmetic']
  test.each([
    [files(), [], 'the agents of a file are answered by models: name them with --model SLOT=SPEC, or in executor.models'],
    [files({ designs: {} }), ['--cache', 'replies'], '--cache is for models, and none is named'],
    [{ ...files(), 'agents.mas': 'agent A(x: strin) -> string' }, model, 'tasks.jsonl: agents.mas: line 1: MAS2002 There is no type `strin`.'],
    [{ ...files(), 'agents.mas': agents.replaceAll('expression:', 'text:').replaceAll('(expression)', '(text)').replaceAll('= expression', '= text') }, model, 'tasks.jsonl: task "e1": there is no input "expression"'],
    [files(), ['--model', 'default=embedded:poems'], 'model "default": there is no embedded checkpoint "poems"'],
    [files(), [...model, '--agents', 'none.mas'], 'none.mas does not exist'],
    [files({ executor: { models: 'none.json' } }), [], 'none.json does not exist'],
    [files({ schedule: { preset: 'both' } }), model, 'schedule: it trains the executor, and "default=embedded:arithmetic" is frozen'],
  ])('%# is told, and nothing is written', async (given, more, message) => {
    using folder = folderWith(given)
    const ended = await masHere([...words, ...more], folder.path)
    expect(ended.exit).toBe(2)
    expect(ended.err).toContain(message)
    expect(existsSync(join(folder.path, 'run'))).toBe(false)
  })
})
