import { statSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, test } from 'vitest'
import { runWorkflow } from '../../../runtime/interpreter/run-workflow.ts'
import { recordedRun } from '../../../runtime/interpreter/recorded-run.ts'
import type { RunEvent } from '../../../runtime/events/run-event.ts'
import { Journal } from '../../../runtime/journal/journal.ts'
import type { ToolImplementation } from '../../../runtime/tools/tool-implementation.ts'
import { agent, block, constant, graph, list, string, tool, value } from '../graph-builder.ts'
import type { NodeDraft } from '../graph-builder.ts'
import { startRun } from '../interpreter/start-run.ts'
import { failure, mockModel, reply } from '../mock-model.ts'
import { copyAsIfKilled, journalFolder, opened } from './journal-folder.ts'

const call = (
  name: string,
  settings: { readonly agent?: string; readonly budgets?: readonly number[]; readonly reads?: string } = {},
): NodeDraft => ({
  kind: 'agent',
  name: `main/${name}`,
  agent: settings.agent ?? 'A',
  arguments: [settings.reads === undefined ? constant(name) : value(settings.reads)],
  budgets: settings.budgets ?? [],
  result: name,
})

const pair = graph({ agents: [agent('A')], body: block([call('a'), call('b', { reads: 'a' })], value('b')) })

describe('a run that goes on', () => {
  test('waits for what is left only, and tells of all that happened, with the times of then', async () => {
    using folder = journalFolder()
    using journal = opened(folder.file())
    const first = startRun(pair, {}, { journal: journal.run() })
    first.clock.advance(3)
    await first.answer('main/a', 'kept')
    expect(await first.waiting()).toEqual(['main/b'])
    copyAsIfKilled(folder.file(), folder.file('killed'))

    using killed = opened(folder.file('killed'))
    const second = startRun(pair, {}, { journal: killed.run() })
    second.clock.advance(1000)
    await second.answer('main/b', 'new')
    expect(await second.result).toMatchObject({
      outcome: { kind: 'ok', value: 'new' },
      usage: { requests: 2, prompt_tokens: 20 },
    })
    expect(second.inputOf('main/a')).toBe(undefined)
    expect(second.inputOf('main/b')).toBe('kept')
    const shown = (await second.events()).map(({ kind, time, replayed }) => `${kind} ${time} ${replayed ?? ''}`.trim())
    expect(shown).toEqual([
      'run_started 1000 true',
      'node_started 1000 true',
      'request_started 1000 true',
      'request_finished 1003 true',
      'node_finished 1003 true',
      'node_started 1003 true',
      'request_started 1003 true',
      'request_finished 2000',
      'node_finished 2000',
      'run_finished 2000',
    ])
  })

  test('counts the seconds that it was worked on, not those between', async () => {
    using folder = journalFolder()
    using journal = opened(folder.file())
    const first = startRun(pair, {}, { journal: journal.run() })
    first.clock.advance(3)
    await first.answer('main/a')
    await first.waiting()
    first.clock.advance(60)
    copyAsIfKilled(folder.file(), folder.file('killed'))
    using killed = opened(folder.file('killed'))
    const second = startRun(pair, {}, { journal: killed.run() })
    expect(await second.waiting()).toEqual([])
    expect(await second.waiting()).toEqual(['main/b'])
    second.clock.advance(4)
    await second.answer('main/b')
    expect((await second.result).usage.seconds).toBe(7)
  })

  test('a second run of a task under way is refused; after its end it is told again', async () => {
    using folder = journalFolder()
    using journal = opened(folder.file())
    const first = startRun(pair, {}, { journal: journal.run('t') })
    const second = startRun(pair, {}, { journal: journal.run('t') })
    expect(await second.outcome()).toMatchObject({ kind: 'failed', node: 'main', code: 'journal_in_use' })
    await first.answer('main/a')
    await first.answer('main/b')
    await first.result
    const third = startRun(pair, {}, { journal: journal.run('t') })
    expect(await third.result).toEqual(await first.result)
  })

  test('a run of something else is refused with the first difference', async () => {
    using folder = journalFolder()
    using journal = opened(folder.file())
    const first = startRun(pair, {}, { journal: journal.run() })
    await first.answer('main/a')
    await first.answer('main/b')
    await first.result
    const other = graph({ agents: [agent('A')], body: block([call('a'), call('b')], value('b')) })
    expect(await startRun(other, {}, { journal: journal.run() }).outcome()).toMatchObject({
      code: 'journal_different',
      message: expect.stringMatching(/is of another run: script\.body\.nodes\[1\]\.arguments\[0\].*\.$/) as string,
    })
  })
})

describe('limits of time', () => {
  const slow = graph({
    agents: [agent('A', { timeout: 5 })],
    body: block(
      [
        {
          kind: 'otherwise',
          name: 'main/x',
          attempt: block([call('a')], value('a')),
          fallback: block([call('b', { agent: 'A' })], value('b')),
          result: 'x',
        },
      ],
      value('x'),
    ),
  })

  test('a time-out that was reached is not waited for again', async () => {
    using folder = journalFolder()
    using journal = opened(folder.file())
    const first = startRun(slow, {}, { journal: journal.run() })
    expect(await first.waiting()).toEqual(['main/a'])
    first.clock.advance(5)
    for (let turn = 0; turn < 5; turn += 1) await first.waiting()
    expect(await first.waiting()).toEqual(['main/b'])
    copyAsIfKilled(folder.file(), folder.file('killed'))
    using killed = opened(folder.file('killed'))
    const second = startRun(slow, {}, { journal: killed.run() })
    await second.answer('main/b', 'fallback')
    expect(await second.outcome()).toEqual({ kind: 'ok', value: 'fallback' })
    expect(second.inputOf('main/a')).toBe(undefined)
  })

  test('one that was not reached begins anew', async () => {
    using folder = journalFolder()
    using journal = opened(folder.file())
    const both = graph({
      agents: [agent('A', { timeout: 5 }), agent('B')],
      body: block([call('b', { agent: 'B' }), call('a')], value('a')),
    })
    const first = startRun(both, {}, { journal: journal.run() })
    first.clock.advance(4)
    await first.answer('main/b')
    await first.waiting()
    copyAsIfKilled(folder.file(), folder.file('killed'))
    using killed = opened(folder.file('killed'))
    const second = startRun(both, {}, { journal: killed.run() })
    for (let turn = 0; turn < 5; turn += 1) await second.waiting()
    second.clock.advance(4)
    await second.answer('main/a', 'in time')
    expect(await second.outcome()).toEqual({ kind: 'ok', value: 'in time' })
  })

  test('seconds of a budget that are spent stay spent', async () => {
    using folder = journalFolder()
    using journal = opened(folder.file())
    const budget = { path: 'main', workflow: 'main', tokens: null, seconds: 10 }
    const limited = graph({ agents: [agent('A')], budgets: [budget], body: block([call('a', { budgets: [0] })], value('a')) })
    const first = startRun(limited, {}, { journal: journal.run() })
    await first.waiting()
    first.clock.advance(10)
    const { outcome } = await first.result
    expect(outcome).toMatchObject({ kind: 'stopped', reason: 'seconds' })
    expect(await startRun(limited, {}, { journal: journal.run() }).outcome()).toEqual(outcome)
  })
})

describe('an interrupted run', () => {
  test('keeps what had come in, and nothing of its interruption', async () => {
    using folder = journalFolder()
    using journal = opened(folder.file())
    const controller = new AbortController()
    const first = startRun(pair, {}, { journal: journal.run(), signal: controller.signal })
    await first.answer('main/a', 'kept')
    expect(await first.waiting()).toEqual(['main/b'])
    controller.abort()
    expect(await first.outcome()).toEqual({ kind: 'cancelled' })
    const second = startRun(pair, {}, { journal: journal.run() })
    await second.answer('main/b', 'new')
    expect(await second.outcome()).toEqual({ kind: 'ok', value: 'new' })
    expect(second.inputOf('main/a')).toBe(undefined)
  })

  test('may be interrupted while it repeats, and calls nothing then', async () => {
    using folder = journalFolder()
    using journal = opened(folder.file())
    const first = startRun(pair, {}, { journal: journal.run() })
    await first.answer('main/a')
    await first.answer('main/b')
    await first.result
    const second = startRun(pair, {}, { journal: journal.run(), signal: AbortSignal.abort() })
    expect(await second.outcome()).toEqual({ kind: 'cancelled' })
    expect(second.inputOf('main/a')).toBe(undefined)
    expect(await startRun(pair, {}, { journal: journal.run() }).result).toEqual(await first.result)
  })
})

describe('what no longer fits', () => {
  const looked = graph({
    tools: [tool('look', { result: list(string) })],
    agents: [agent('A')],
    body: block(
      [{ kind: 'tool', name: 'main/found', tool: 'look', arguments: [constant('k')], result: 'found' }, call('a')],
      value('a'),
    ),
  })
  const look: ToolImplementation = { call: () => Promise.resolve({ kind: 'ok', value: ['x'] }) }
  const models = new Map([['default', mockModel(() => reply('y'))]])
  const start = (journal: Journal) =>
    runWorkflow({ graph: looked, inputs: {}, seed: 1, models, tools: new Map([['host:look', look]]), journal: journal.run() })

  test.each([
    [
      'an answer that no longer fits',
      `update entries set ended = '{"kind":"ok","value":7}' where kind = 'tool'`,
      'journal_damaged',
      /it holds no end of the tool call of main\/found/,
    ],
    [
      'a value that is no JSON',
      `update entries set ended = '{' where kind = 'tool'`,
      'journal_damaged',
      /is damaged: a value in it is not JSON/,
    ],
    [
      'a request that asks something else',
      `update entries set asked = 'x' where kind = 'request'`,
      'journal_different',
      /the request of main\/a \(attempt 1, turn 1\) asks something else than in/,
    ],
    [
      'a call that is not reached',
      `update entries set node = 'main/b' where kind = 'request'`,
      'journal_different',
      /the request of main\/b \(attempt 1, turn 1\) is not reached as in/,
    ],
  ])('%s ends the run, and makes no call', async (_, change, code, message) => {
    using folder = journalFolder()
    using journal = opened(folder.file())
    await start(journal).result
    journal.close()
    const database = new DatabaseSync(folder.file())
    database.exec(`delete from ends; ${change}`)
    database.close()
    using changed = opened(folder.file())
    const { outcome } = await start(changed).result
    expect(outcome).toMatchObject({ kind: 'failed', node: 'main', code, message: expect.stringMatching(message) as string })
  })
})

describe('a full disk', () => {
  test('ends the run with what it had kept, and the run goes on once there is room', async () => {
    using folder = journalFolder()
    opened(folder.file()).close()
    const database = new DatabaseSync(folder.file())
    const [pages] = Object.values(database.prepare('pragma page_count').get() ?? {})
    database.exec(`pragma max_page_count = ${Number(pages) + 4}`)
    using small = new Journal({ file: folder.file(), database, lock: { [Symbol.dispose]: () => undefined }, secrets: [] })
    const count = 40
    const long = graph({
      agents: [agent('A')],
      body: block(
        Array.from({ length: count }, (_, i) => call(`c${i}`, i === 0 ? {} : { reads: `c${i - 1}` })),
        value(`c${count - 1}`),
      ),
    })
    const model = mockModel(({ node }) => reply(`${node} ${'x'.repeat(1000)}`))
    const options = { graph: long, inputs: {}, seed: 1, models: new Map([['default', model]]) }
    const { outcome } = await runWorkflow({ ...options, journal: small.run() }).result
    expect(outcome).toMatchObject({
      kind: 'failed',
      code: 'journal_unwritable',
      message: expect.stringContaining('the disk is full') as string,
    })
    const asked = model.requests.length
    expect(asked).toBeLessThan(count)
    small.close()

    using journal = opened(folder.file())
    const result = await runWorkflow({ ...options, journal: journal.run() }).result
    expect(result.outcome).toMatchObject({ kind: 'ok' })
    expect(result.usage.requests).toBe(count)
    // The call that could not be kept is the only one that was made twice.
    expect(model.requests.length).toBe(count + 1)
  })
})

describe('a journal that is only read', () => {
  test('gives the events so far, and no call is made', async () => {
    using folder = journalFolder()
    using journal = opened(folder.file())
    const first = startRun(pair, {}, { journal: journal.run() })
    await first.answer('main/a')
    await first.waiting()
    using looked = opened(folder.file(), { mode: 'read' })
    const found = looked.executions()
    const [execution] = found.kind === 'ok' ? found.value : []
    expect(execution).toMatchObject({ task: null, calls: 1, end: null })
    const events: RunEvent[] = []
    if (execution !== undefined)
      for await (const event of recordedRun(looked.run(), execution.header).events) events.push(event)
    await first.answer('main/b')
    const all = await first.events()
    expect(events.map(({ kind, sequence }) => [kind, sequence])).toEqual(
      all.slice(0, 7).map(({ kind, sequence }) => [kind, sequence]),
    )
  })
})

test('a journal that is closed too early fails its run, and nothing else', async () => {
  using folder = journalFolder()
  const journal = opened(folder.file())
  const first = startRun(pair, {}, { journal: journal.run() })
  await first.waiting()
  journal.close()
  await first.answer('main/a')
  expect(await first.outcome()).toMatchObject({ code: 'journal_unwritable' })
})

test('what a reply says of a key is kept and used without it', async () => {
  using folder = journalFolder()
  using journal = opened(folder.file(), { secrets: ['sk-secret-key'] })
  const first = startRun(pair, {}, { journal: journal.run() })
  await first.answer('main/a', 'it is sk-secret-key')
  await first.answer('main/b')
  expect(first.inputOf('main/b')).toBe('it is [key]')
})

test('a journal grows with the calls, and holds a long answer once', async () => {
  using folder = journalFolder()
  const sizeAfter = async (calls: number): Promise<number> => {
    using journal = opened(folder.file(`of-${calls}`))
    const chain = Array.from({ length: calls }, (_, i) => call(`c${i}`, i === 0 ? {} : { reads: `c${i - 1}` }))
    const long = graph({ agents: [agent('A')], body: block(chain, value(`c${calls - 1}`)) })
    const models = new Map([['default', mockModel(() => 'x'.repeat(100_000))]])
    const { outcome } = await runWorkflow({ graph: long, inputs: {}, seed: 1, models, journal: journal.run() }).result
    expect(outcome.kind).toBe('ok')
    journal.close()
    return statSync(folder.file(`of-${calls}`)).size
  }
  const [few, many] = [await sizeAfter(100), await sizeAfter(300)]
  expect(few).toBeLessThan(300_000)
  // 200 calls more, of their row and their node in the graph.
  expect(many - few).toBeLessThan(200 * 1_500)
})

test.each([1, 2, 3])('what comes in while a run has much to do waits until it has come to rest (%i)', async (turns) => {
  using folder = journalFolder()
  using journal = opened(folder.file())
  const sampled: NodeDraft = {
    kind: 'sample',
    name: 'main/s',
    count: 3500,
    body: block([{ ...call('b', { reads: 'a' }), name: 'main/s/b' }], value('b')),
    result: 's',
    ordered: false,
  }
  const busy = graph({ agents: [agent('A')], body: block([call('f'), call('a'), sampled], value('f')) })
  const model = mockModel(async ({ node }) => {
    if (node === 'main/a') return 'begin'
    if (node !== 'main/f') return new Promise<never>(() => undefined)
    for (let turn = 0; turn < turns; turn += 1) await new Promise((resolve) => setImmediate(resolve))
    return failure()
  })
  const start = () =>
    runWorkflow({ graph: busy, inputs: {}, seed: 1, models: new Map([['default', model]]), journal: journal.run() })
  const told = async ({ events }: ReturnType<typeof start>): Promise<readonly unknown[]> => {
    const all: unknown[] = []
    for await (const event of events) if (event.kind !== 'run_finished') all.push({ ...event, time: 0, replayed: true })
    return all
  }
  const first = await told(start())
  expect(await told(start())).toEqual(first)
})
