import type { ChildProcess } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openRecording } from '../../cli/runs/recording.ts'
import { startModelServer } from '../model-server/index.ts'
import type { ChatRequest, ModelServer } from '../model-server/index.ts'
import { folderWith, mas, masHere } from './mas.ts'
import { tasksOn, topicOf, writerScript } from './writer-script.ts'
import type { RunJson } from './writer-script.ts'

/** Calls one after another, at the same time, and of a tool. */
const script = `
import { calculator } from "std/tools"
agent Writer(topic: string) -> string
workflow main(topic: string) -> string {
  two = calculator("1 + 1")
  drafts = sample 3 of Writer(topic)
  text = join(drafts, " ")
  repeat max 3 { text = Writer("{{text}} {{two}}") }
  return text
}`

/** Answers after a while, each time the same: by the request's own seed. */
function startSlowServer(): Promise<ModelServer> {
  return startModelServer(async (request) => {
    await new Promise((resolve) => setTimeout(resolve, 20 + (seedOf(request) % 30)))
    return { kind: 'reply', content: `${topicOf(request).slice(0, 40)} ${seedOf(request) % 1000}` }
  })
}

const seedOf = (request: ChatRequest): number => request.seed ?? 0

/** What tells requests apart: the seed, and the last thing said. */
const identityOf = (seed: number | undefined, messages: readonly { readonly content: string | null }[]): string =>
  `${seed ?? 0} ${messages.at(-1)?.content ?? ''}`

/** The requests that a journal says have ended. */
async function endedRequests(folder: string, id: string): Promise<ReadonlySet<string>> {
  const opened = openRecording({ id, folder: join(folder, '.mas', 'runs') })
  if (opened.kind === 'error') return new Set()
  using recording = opened.recording
  const asked = new Map<string, string>()
  const ended = new Set<string>()
  for await (const line of recording.lines()) {
    if (line.kind === 'request_started') {
      asked.set(`${line.task ?? ''} ${line.node}`, identityOf(line.request.sampling.seed, line.request.messages))
    }
    if (line.kind === 'request_finished') ended.add(asked.get(`${line.task ?? ''} ${line.node}`) ?? '')
  }
  return ended
}

/** Those of the requests since `before` that had ended before. */
const repeatedSince = (server: ModelServer, before: number, ended: ReadonlySet<string>): readonly string[] =>
  server.requests
    .slice(before)
    .map(({ body }) => identityOf(body.seed, body.messages))
    .filter((identity) => ended.has(identity))

/** Runs a command, killed with SIGKILL when the server gets its n-th request from now on; whether it came to its end. */
async function runKilledAt(server: ModelServer, after: number, commandLine: readonly string[], folder: string) {
  const kill = { at: server.requests.length + after, child: null as ChildProcess | null }
  const timer = setInterval(() => {
    if (server.requests.length >= kill.at) kill.child?.kill('SIGKILL')
  }, 5)
  const ended = await mas(commandLine, { folder, onStart: (child) => void (kill.child = child) })
  clearInterval(timer)
  return ended
}

describe('a process killed with SIGKILL', () => {
  test.each([1, 2])('goes on without repeating a finished call, and comes to the same (%i)', async (salt) => {
    await using server = await startSlowServer()
    using folder = folderWith({ 'w.mas': script })
    const flags = [
      'run',
      'w.mas',
      '--json',
      '--input',
      'topic=rain',
      '--seed',
      String(salt),
      '--model',
      `default=openai:m@${server.baseUrl}`,
    ]
    const whole = await mas(flags, { folder: folder.path })
    const requestsOfOne = server.requests.length
    let command: readonly string[] = [...flags, '--run-id', 'it', '--trace', 't.jsonl']
    let ended = whole
    let kills = 0
    for (const after of [salt, 2, 1, 1000]) {
      const before = server.requests.length
      const finished = await endedRequests(folder.path, 'it')
      ended = await runKilledAt(server, after, command, folder.path)
      expect(repeatedSince(server, before, finished)).toEqual([])
      if (ended.exit !== null) break
      kills += 1
      command = ['resume', 'it', '--json', '--trace', 't.jsonl']
    }
    expect(kills).toBeGreaterThan(0)
    const [expected] = (JSON.parse(whole.out) as RunJson).results
    const { results, seed } = JSON.parse(ended.out) as RunJson
    expect({ exit: ended.exit, seed }).toEqual({ exit: 0, seed: salt })
    const withoutTime = (usage = {}) => ({ ...usage, seconds: 0 })
    expect(results[0]?.outcome).toEqual(expected?.outcome)
    expect(withoutTime(results[0]?.usage)).toEqual(withoutTime(expected?.usage))
    // At most what was in flight at each kill was asked for again.
    expect(server.requests.length - requestsOfOne).toBeLessThanOrEqual(requestsOfOne + 3 * kills)
    expect(await endedRequests(folder.path, 'it')).toHaveProperty('size', requestsOfOne)
  })

  test('goes on with the tasks that are left', async () => {
    await using server = await startSlowServer()
    using folder = folderWith({ 'w.mas': writerScript, 'tasks.jsonl': tasksOn('a', 'b', 'c', 'd') })
    writeFileSync(join(folder.path, 'slow.json'), JSON.stringify({ limits: { concurrency: 1 } }))
    const flags = [
      'run',
      'w.mas',
      '--tasks',
      'tasks.jsonl',
      '--config',
      'slow.json',
      '--seed',
      '3',
      '--model',
      `default=openai:m@${server.baseUrl}`,
    ]
    const killed = await runKilledAt(server, 3, [...flags, '--run-id', 'all'], folder.path)
    expect(killed.exit).toBe(null)
    const finished = await endedRequests(folder.path, 'all')
    const before = server.requests.length
    const { exit, out } = await mas(['resume', 'all'], { folder: folder.path })
    expect(exit).toBe(0)
    expect(out.split('\n').map((line) => line.slice(0, 9))).toEqual(['ok     a:', 'ok     b:', 'ok     c:', 'ok     d:', ''])
    expect(repeatedSince(server, before, finished)).toEqual([])
    expect(server.requests.length - before).toBe(4 - finished.size)
  })
})

test('an interrupted run says how to go on, and does', async () => {
  let interrupt: () => void = () => undefined
  let isSlow = true
  await using server = await startModelServer(() => {
    if (!isSlow) return { kind: 'reply', content: 'done' }
    interrupt()
    return { kind: 'hang' }
  })
  using folder = folderWith({ 'w.mas': writerScript })
  const flags = ['run', 'w.mas', '--input', 'topic=x', '--model', `default=openai:m@${server.baseUrl}`, '--run-id', 'it', '--runs', 'my runs']
  const first = await mas(flags, {
    folder: folder.path,
    onStart: (child) => {
      interrupt = () => void child.kill('SIGINT')
    },
  })
  expect(first).toMatchObject({ exit: 130, err: `interrupted. Every finished call is kept. To go on: mas resume it --runs 'my runs'\n` })
  isSlow = false
  expect(await mas(['resume', 'it', '--runs', 'my runs'], { folder: folder.path })).toMatchObject({ exit: 0, out: 'done\n' })
})

test('a run that replays a trace goes on with this trace only', async () => {
  await using server = await startModelServer((request) => ({ kind: 'reply', content: topicOf(request) }))
  using folder = folderWith({ 'w.mas': writerScript })
  const run = (...flags: readonly string[]) => masHere(['run', 'w.mas', '--input', 'topic=x', ...flags], folder.path)
  const recorded = (seed: string) => run('--model', `default=openai:m@${server.baseUrl}`, '--seed', seed, '--trace', 't.jsonl')
  await recorded('1')
  const replayed = ['--model', 'default=replay:t.jsonl', '--run-id', 'it']
  expect(await run(...replayed)).toMatchObject({ exit: 0 })
  expect(await masHere(['resume', 'it'], folder.path)).toMatchObject({ exit: 0, out: 'x\n' })
  await recorded('2')
  const difference = 'the trace behind the model slot "default" (replay:t.jsonl) is another one now'
  expect(await masHere(['resume', 'it'], folder.path)).toEqual({ exit: 2, out: '', err: `mas: the run it cannot go on: ${difference}\n` })
  const again = await run(...replayed, '--seed', '1')
  expect([again.exit, again.err]).toEqual([2, expect.stringContaining(difference) as string])
})

describe('a run that is under way', () => {
  test('is refused to a second process', async () => {
    let second: Promise<unknown> | null = null
    using folder = folderWith({ 'w.mas': writerScript })
    const flags = ['run', 'w.mas', '--input', 'topic=x', '--run-id', 'it']
    await using server = await startModelServer(async () => {
      second ??= masHere(['resume', 'it'], folder.path)
      await second
      return { kind: 'reply', content: 'done' }
    })
    const first = await mas([...flags, '--model', `default=openai:m@${server.baseUrl}`], { folder: folder.path })
    expect(first).toMatchObject({ exit: 0, out: 'done\n' })
    expect(await second).toEqual({
      exit: 2,
      out: '',
      err: expect.stringMatching(/^mas: the run it is under way in the process \d+\n$/) as string,
    })
  })
})

describe('what is refused before anything runs', () => {
  const begun = async (folder: string, server: ModelServer) => {
    const flags = [
      'run',
      'w.mas',
      '--input',
      'topic=x',
      '--seed',
      '1',
      '--model',
      `default=openai:m@${server.baseUrl}`,
      '--run-id',
      'it',
    ]
    expect(await masHere(flags, folder)).toMatchObject({ exit: 0 })
    return (...changed: readonly string[]) => masHere([...flags, ...changed], folder)
  }

  test.each([
    ['a seed', (again: (...flags: readonly string[]) => unknown) => again('--seed', '2'), 'seed was 1, and is 2'],
    [
      'a workflow',
      (again: (...flags: readonly string[]) => unknown) => again('--workflow', 'counted', '--input', 'times=1'),
      'script.',
    ],
    [
      'an input',
      (again: (...flags: readonly string[]) => unknown) => again('--input', 'mood=dark'),
      'inputs.mood was null, and is "dark"',
    ],
  ])('%s that changed', async (_, change, difference) => {
    await using server = await startModelServer(() => ({ kind: 'reply', content: 'done' }))
    using folder = folderWith({ 'w.mas': writerScript })
    const again = await begun(folder.path, server)
    const result = (await change(again)) as { readonly exit: number; readonly err: string }
    expect(result.exit).toBe(2)
    expect(result.err).toContain(`mas: the run it is of something else: ${difference}`)
    expect(server.requests).toHaveLength(1)
    expect(await again()).toMatchObject({ exit: 0, out: 'done\n' })
    expect(server.requests).toHaveLength(1)
  })

  test('a script that changed, and not one that was only laid out anew', async () => {
    await using server = await startModelServer(() => ({ kind: 'reply', content: 'done' }))
    using folder = folderWith({ 'w.mas': writerScript })
    const again = await begun(folder.path, server)
    writeFileSync(join(folder.path, 'w.mas'), `// a remark\n${writerScript}`)
    expect(await again()).toMatchObject({ exit: 0 })
    writeFileSync(join(folder.path, 'w.mas'), writerScript.replace('-> string\n', '-> string { max_tokens 7 }\n'))
    const { exit, err } = await again()
    expect({ exit, err }).toEqual({
      exit: 2,
      err: expect.stringMatching(/: script\.agents\.\S+\.max_tokens was 1024, and is 7\. /) as string,
    })
  })

  test.each([
    [['resume', 'none'], 'there is no run "none" in .mas/runs. "mas runs" lists them'],
    [['resume', '../it'], '"../it" cannot name a run: it must begin with a letter or digit'],
    [['run', 'w.mas', '--input', 'topic=x', '--run-id', 'a/b'], '"a/b" cannot name a run'],
    [
      ['run', 'w.mas', '--input', 'topic=x', '--runs', 'here'],
      '--runs and --survive are about a run that is kept: name it with --run-id ID',
    ],
    [
      ['run', 'w.mas', '--input', 'topic=x', '--run-id', 'it', '--runs', 'w.mas', '--model', 'default=replay:t'],
      'model "default"',
    ],
  ])('%j', async (commandLine, message) => {
    using folder = folderWith({ 'w.mas': writerScript })
    const { exit, out, err } = await masHere(commandLine, folder.path)
    expect({ exit, out }).toEqual({ exit: 2, out: '' })
    expect(err).toContain(`mas: ${message}`)
  })

  test('a folder for runs that cannot be made', async () => {
    await using server = await startModelServer(() => ({ kind: 'reply', content: 'done' }))
    using folder = folderWith({ 'w.mas': writerScript })
    const { exit, err } = await masHere(
      [
        'run',
        'w.mas',
        '--input',
        'topic=x',
        '--run-id',
        'it',
        '--runs',
        'w.mas',
        '--model',
        `default=openai:m@${server.baseUrl}`,
      ],
      folder.path,
    )
    expect(exit).toBe(2)
    expect(err).toMatch(/^mas: the folder w\.mas for runs cannot be made/)
    expect(server.requests).toHaveLength(0)
  })
})

test('keys stand in no file of a run, and are taken from the environment again', async () => {
  await using server = await startModelServer(() => ({ kind: 'reply', content: 'the key is sk-secret-key' }))
  const configuration = { models: { default: { spec: `openai:m@${server.baseUrl}`, keyEnvironment: 'MY_KEY' } } }
  using folder = folderWith({ 'w.mas': writerScript, 'mine.json': JSON.stringify(configuration) })
  const flags = ['run', 'w.mas', '--config', 'mine.json', '--run-id', 'it']
  const environment = { MY_KEY: 'sk-secret-key' }
  const refused = await mas([...flags, '--input', 'topic=sk-secret-key'], { folder: folder.path, environment })
  expect(refused).toMatchObject({ exit: 2, err: 'mas: an input holds the key of a model or tool: a journal keeps no keys\n' })
  const { exit } = await mas([...flags, '--input', 'topic=x'], { folder: folder.path, environment })
  expect(exit).toBe(0)
  const { readdirSync, readFileSync } = await import('node:fs')
  const runs = join(folder.path, '.mas', 'runs')
  for (const name of readdirSync(runs)) expect(readFileSync(join(runs, name), 'latin1')).not.toContain('sk-secret')
  const without = await mas(['resume', 'it'], { folder: folder.path })
  expect(without).toMatchObject({
    exit: 2,
    err: expect.stringContaining('the environment variable MY_KEY is not set') as string,
  })
})

test.each([
  ['the script', 'sk-in-the-script'],
  ['the name or address of a model or tool', 'localhost'],
])('%s that holds a key is refused, for the run could not be gone on with', async (holder, key) => {
  await using server = await startModelServer(() => ({ kind: 'reply', content: 'done' }))
  const spec = `openai:m@${server.baseUrl.replace('127.0.0.1', 'localhost')}`
  const configuration = { models: { default: { spec, keyEnvironment: 'MY_KEY' } } }
  using folder = folderWith({
    'w.mas': `agent Writer(topic: string) -> string { role "Write with sk-in-the-script" }
      workflow main(topic: string) -> string { return Writer(topic) }`,
    'mine.json': JSON.stringify(configuration),
  })
  const flags = ['run', 'w.mas', '--config', 'mine.json', '--run-id', 'it', '--input', 'topic=x']
  expect(await mas(flags, { folder: folder.path, environment: { MY_KEY: key } })).toEqual({
    exit: 2,
    out: '',
    err: `mas: ${holder} holds the key of a model or tool: a journal keeps no keys\n`,
  })
  expect(server.requests).toHaveLength(0)
})
