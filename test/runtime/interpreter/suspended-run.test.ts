import { describe, expect, test } from 'vitest'
import { runWorkflow } from '../../../runtime/interpreter/run-workflow.ts'
import type { RunOptions } from '../../../runtime/interpreter/run-options.ts'
import { recordedRun } from '../../../runtime/interpreter/recorded-run.ts'
import type { Answer } from '../../../runtime/suspension/answer.ts'
import { person } from '../../../runtime/tools/person.ts'
import { withApproval } from '../../../runtime/tools/with-approval.ts'
import type { ToolImplementation } from '../../../runtime/tools/tool-implementation.ts'
import type { Journal } from '../../../runtime/journal/index.ts'
import { agent, block, constant, graph, text, tool, value } from '../graph-builder.ts'
import type { NodeDraft } from '../graph-builder.ts'
import { copyAsIfKilled, journalFolder, opened } from '../journal/journal-folder.ts'
import { manualClock } from '../manual-clock.ts'
import { lastMessage, mockModel, toolCalls } from '../mock-model.ts'

const turns = async (count = 20): Promise<void> => {
  for (let left = count; left > 0; left -= 1) await new Promise((resolve) => setImmediate(resolve))
}

const ask = (name: string, input = name): NodeDraft => ({
  kind: 'tool',
  name: `main/${name}`,
  tool: 'sign',
  arguments: [constant(input)],
  result: name,
})

const sign = tool('sign')
const twoQuestions = graph({
  agents: [agent('A')],
  tools: [sign],
  body: block(
    [ask('b'), ask('a'), { kind: 'agent', name: 'main/other', agent: 'A', arguments: [constant('x')], result: 'other' }],
    text(value('a'), ' ', value('b'), ' ', value('other')),
  ),
})

const tools = new Map<string, ToolImplementation>([['host:sign', person]])

function start(options: Partial<RunOptions> & Pick<RunOptions, 'graph'>) {
  const model = mockModel((request) => `reply to ${lastMessage(request)}`)
  return { model, ...runWorkflow({ inputs: {}, seed: 1, tools, models: new Map([['default', model]]), ...options }) }
}

const give = (journal: Journal, answers: Readonly<Record<string, Answer>>) =>
  journal.answer(null, new Map(Object.entries(answers)), 2000)

const valued = (of: string): Answer => ({ kind: 'value', value: of })

describe('with a journal', () => {
  test('a run ends once nothing else can go on, says what it waits for, and goes on from the answers', async () => {
    using folder = journalFolder()
    using journal = opened(folder.file())
    const first = start({ graph: twoQuestions, journal: journal.run() })
    const suspended = await first.result
    expect(first.model.requests).toHaveLength(1)
    expect(suspended.outcome).toMatchObject({
      kind: 'suspended',
      awaited: [
        { node: 'main/a', tool: 'sign', arguments: { input: 'a' }, awaits: 'result', result: { kind: 'string' } },
        { node: 'main/b', tool: 'sign', arguments: { input: 'b' } },
      ],
    })
    const kept = journal.awaited()
    expect(kept).toMatchObject({ kind: 'ok', value: [{ node: 'main/b' }, { node: 'main/a' }] })

    expect(give(journal, { 'main/a': valued('yes') })).toBe(null)
    expect(journal.awaited()).toMatchObject({ value: [{ node: 'main/b' }] })
    expect(journal.executions()).toMatchObject({ value: [{ calls: 2, awaited: [{ node: 'main/b' }], end: null }] })
    const second = await start({ graph: twoQuestions, journal: journal.run() }).result
    expect(second.outcome).toMatchObject({ kind: 'suspended', awaited: [{ node: 'main/b' }] })

    expect(give(journal, { 'main/b': valued('no') })).toBe(null)
    const third = start({ graph: twoQuestions, journal: journal.run() })
    expect(await third.result).toMatchObject({
      outcome: { kind: 'ok', value: 'yes no reply to input:\nx' },
      usage: { requests: 1, tool_calls: 2 },
    })
    expect(third.model.requests).toHaveLength(0)
    expect(journal.executions()).toMatchObject({ value: [{ calls: 3, awaited: [], end: { outcome: { kind: 'ok' } } }] })
  })

  test('its events go on where they were, without the end that was none', async () => {
    using folder = journalFolder()
    using journal = opened(folder.file())
    const told = async (run: ReturnType<typeof start>) => {
      const events = []
      for await (const event of run.events) events.push(event)
      return events.map(({ kind, sequence }) => `${sequence} ${kind}`)
    }
    const first = await told(start({ graph: twoQuestions, journal: journal.run() }))
    expect(first.at(-1)).toBe(`${first.length} run_finished`)
    using reading = opened(folder.file(), { mode: 'read' })
    const header = reading.executions()
    if (header.kind === 'error' || header.value[0] === undefined) throw new Error('nothing is kept')
    const recorded = []
    for await (const { kind, sequence } of recordedRun(reading.run(), header.value[0].header).events)
      recorded.push(`${sequence} ${kind}`)
    expect(recorded).toEqual(first.slice(0, -1))
    give(journal, { 'main/a': valued('yes'), 'main/b': valued('no') })
    const second = await told(start({ graph: twoQuestions, journal: journal.run() }))
    expect(second.slice(0, first.length - 1)).toEqual(first.slice(0, -1))
    expect(second.at(first.length - 1)).toMatch(/ tool_answered$/)
  })

  test('a question of a call that is no longer of use is withdrawn', async () => {
    using folder = journalFolder()
    using journal = opened(folder.file())
    const failing = graph({
      tools: [sign, tool('fail')],
      body: block(
        [{ kind: 'tool', name: 'main/fail', tool: 'fail', arguments: [constant('')], result: 'fail' }, ask('a')],
        value('a'),
      ),
    })
    const fail: ToolImplementation = {
      call: async () => {
        await turns(5)
        return { kind: 'failed', message: 'no' }
      },
    }
    const { outcome } = await start({ graph: failing, journal: journal.run(), tools: new Map([...tools, ['host:fail', fail]]) })
      .result
    expect(outcome).toMatchObject({ kind: 'failed', node: 'main/fail' })
    expect(journal.awaited()).toEqual({ kind: 'ok', value: [] })
  })

  test('a call within the tool loop of an agent, of which the model reads the answer or the refusal', async () => {
    using folder = journalFolder()
    const team = graph({
      agents: [agent('Buyer', { tools: [{ kind: 'tool', tool: 'sign' }] })],
      tools: [sign],
      body: block([{ kind: 'agent', name: 'main/buy', agent: 'Buyer', arguments: [constant('x')], result: 'buy' }], value('buy')),
    })
    const buyer = () =>
      mockModel(({ turn, messages }) => {
        if (turn === 1) return toolCalls(['sign', { input: 'a' }], ['sign', { input: 'b' }])
        return messages
          .slice(-2)
          .map(({ content }) => content)
          .join(', ')
      })
    const run = (journal: Journal) =>
      start({ graph: team, journal: journal.run(), models: new Map([['default', buyer()]]) }).result
    using journal = opened(folder.file())
    expect((await run(journal)).outcome).toMatchObject({
      kind: 'suspended',
      awaited: [{ node: 'main/buy/sign[1]' }, { node: 'main/buy/sign[2]' }],
    })
    give(journal, { 'main/buy/sign[1]': valued('yes'), 'main/buy/sign[2]': { kind: 'declined', reason: 'not that' } })
    expect(await run(journal)).toMatchObject({
      outcome: { kind: 'ok', value: 'yes, error: A person gave no answer: not that' },
      usage: { requests: 2, tool_calls: 2 },
    })
  })

  test('an approved call that was under way when its process was killed is asked about before it is made again', async () => {
    using folder = journalFolder()
    using journal = opened(folder.file())
    const paying = graph({ tools: [sign], body: block([ask('pay')], value('pay')) })
    const paid: string[] = []
    const pay = (end: () => Promise<void>) =>
      new Map([
        [
          'host:sign',
          withApproval({
            call: async ({ input }) => {
              paid.push(String(input))
              await end()
              return { kind: 'ok', value: 'paid' }
            },
          }),
        ],
      ])
    await start({ graph: paying, journal: journal.run(), tools: pay(() => Promise.resolve()) }).result
    give(journal, { 'main/pay': { kind: 'approved' } })
    const killed = folder.file('killed')
    const asIfKilled = (): Promise<void> => {
      copyAsIfKilled(journal.file, killed)
      return Promise.resolve()
    }
    const whole = await start({ graph: paying, journal: journal.run(), tools: pay(asIfKilled) }).result
    expect(whole.outcome).toEqual({ kind: 'ok', value: 'paid' })
    expect(paid).toEqual(['pay'])

    using left = opened(killed)
    const again = () => start({ graph: paying, journal: left.run(), tools: pay(() => Promise.resolve()) }).result
    expect((await again()).outcome).toMatchObject({
      kind: 'suspended',
      awaited: [{ node: 'main/pay', awaits: 'approval', question: expect.stringContaining('it may have acted') as string }],
    })
    expect((await again()).outcome).toMatchObject({ kind: 'suspended' })
    expect(paid).toEqual(['pay'])
    give(left, { 'main/pay': { kind: 'approved' } })
    expect((await again()).outcome).toEqual({ kind: 'ok', value: 'paid' })
    expect(paid).toEqual(['pay', 'pay'])
  })
})

describe('without a journal', () => {
  test('a run in which nobody answers fails, once nothing else can go on', async () => {
    const { result, model } = start({ graph: twoQuestions })
    expect((await result).outcome).toEqual({
      kind: 'failed',
      node: 'main/a',
      code: 'unanswered',
      message:
        'sign waits for a person ("What is the result of this call?"), and the run is kept in no journal until one answers.',
    })
    expect(model.requests).toHaveLength(1)
  })

  test('it cannot be taken for a failure of the tool', async () => {
    const otherwise = graph({
      tools: [sign],
      body: block(
        [
          {
            kind: 'otherwise',
            name: 'main/otherwise',
            attempt: block([ask('a')], value('a')),
            fallback: block([], constant('went on')),
            result: 'r',
          },
        ],
        value('r'),
      ),
    })
    expect((await start({ graph: otherwise }).result).outcome).toMatchObject({ kind: 'failed', code: 'unanswered' })
  })

  test('a program may answer while the run goes on', async () => {
    const { result } = start({ graph: twoQuestions, answer: ({ node }) => Promise.resolve(valued(node)) })
    expect((await result).outcome).toMatchObject({ kind: 'ok', value: 'main/a main/b reply to input:\nx' })
  })
})

test('limits of time stand still while a person thinks', async () => {
  const limited = graph({
    agents: [agent('Buyer', { tools: [{ kind: 'tool', tool: 'sign' }], timeout: 10 })],
    tools: [sign],
    budgets: [{ path: 'main', workflow: 'main', tokens: null, seconds: 20 }],
    body: block(
      [{ kind: 'agent', name: 'main/buy', agent: 'Buyer', arguments: [constant('x')], budgets: [0], result: 'buy' }],
      value('buy'),
    ),
  })
  const clock = manualClock()
  const answer = Promise.withResolvers<Answer>()
  const model = mockModel((request) => (request.turn === 1 ? toolCalls(['sign', { input: 'a' }]) : lastMessage(request)))
  const { result } = start({ graph: limited, clock, models: new Map([['default', model]]), answer: () => answer.promise })
  await turns()
  clock.advance(100_000)
  answer.resolve(valued('at last'))
  expect((await result).outcome).toEqual({ kind: 'ok', value: 'at last' })
})

test('a run that waits can be cancelled', async () => {
  const controller = new AbortController()
  const { result } = start({ graph: twoQuestions, signal: controller.signal, answer: () => new Promise(() => undefined) })
  await turns()
  controller.abort()
  expect((await result).outcome).toEqual({ kind: 'cancelled' })
})
