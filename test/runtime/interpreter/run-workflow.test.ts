import { describe, expect, test } from 'vitest'
import { runWorkflow } from '../../../runtime/interpreter/run-workflow.ts'
import type { RunEvent } from '../../../runtime/events/run-event.ts'
import {
  agent,
  block,
  bool,
  builtin,
  constant,
  equal,
  field,
  graph,
  list,
  record,
  string,
  text,
  tool,
  value,
} from '../graph-builder.ts'
import { failure, given, mockModel, toolCalls } from '../mock-model.ts'
import { endings, settled, startRun } from './start-run.ts'

/** Two agents, an `each`, a `repeat` with a `stop`, and an `otherwise`. */
const research = graph({
  parameters: { task: string },
  agents: [
    agent('Planner', { result: list(string, 3) }),
    agent('Worker'),
    agent('Critic', { result: record({ done: bool, note: string }) }),
  ],
  body: block(
    [
      { kind: 'agent', name: 'main/steps', agent: 'Planner', arguments: [value('task')], result: 'steps' },
      {
        kind: 'each',
        name: 'main/notes',
        list: value('steps'),
        maximum: 3,
        item: 'step',
        index: null,
        ordered: false,
        result: 'notes',
        body: block(
          [
            {
              kind: 'otherwise',
              name: 'main/notes/otherwise',
              attempt: block(
                [
                  {
                    kind: 'agent',
                    name: 'main/notes/otherwise/Worker',
                    agent: 'Worker',
                    arguments: [value('step')],
                    result: 'note',
                  },
                ],
                value('note'),
              ),
              fallback: block([], constant('nothing')),
              result: 'kept',
            },
          ],
          value('kept'),
        ),
      },
      { kind: 'compute', name: 'main/draft', expression: builtin('join', [value('notes'), constant(', ')]), result: 'draft' },
      {
        kind: 'repeat',
        name: 'main/repeat',
        maximum: 4,
        carried: [{ value: 'draft.2', initial: value('draft') }],
        results: ['draft.3'],
        body: block(
          [
            { kind: 'agent', name: 'main/repeat/review', agent: 'Critic', arguments: [value('draft.2')], result: 'review' },
            {
              kind: 'stop',
              name: 'main/repeat/stop',
              condition: equal(field(value('review'), 'done'), constant(true)),
              carried: [value('draft.2')],
            },
          ],
          text(value('draft.2'), '!', field(value('review'), 'note')),
        ),
      },
    ],
    value('draft.3'),
  ),
})

const answers = mockModel((request) => {
  switch (request.agent.name) {
    case 'Planner':
      return JSON.stringify({ value: ['a', 'b', 'c'] })
    case 'Worker':
      return given(request) === 'b' ? failure() : `did ${given(request)}`
    default:
      return JSON.stringify({ done: given(request).endsWith('!x!x'), note: 'x' })
  }
})

describe('runWorkflow', () => {
  test('runs a workflow from its inputs to its result', async () => {
    const run = runWorkflow({ graph: research, inputs: { task: 'try' }, models: new Map([['default', answers]]), seed: 1 })
    const { outcome, usage } = await run.result
    expect(outcome).toEqual({ kind: 'ok', value: 'did a, nothing, did c!x!x' })
    expect(usage).toMatchObject({ requests: 6, attempts: 7, tool_calls: 0, prompt_tokens: 60, completion_tokens: 30 })
    const events: RunEvent[] = []
    for await (const event of run.events) events.push(event)
    expect(events.map((event) => event.sequence)).toEqual(events.map((_, i) => i + 1))
    expect(events.flatMap((event) => (event.kind === 'request_started' ? [event.node] : []))).toEqual([
      'main/steps',
      'main/notes[1]/otherwise/Worker',
      'main/notes[2]/otherwise/Worker',
      'main/notes[3]/otherwise/Worker',
      'main/repeat[1]/review',
      'main/repeat[2]/review',
      'main/repeat[3]/review',
    ])
    expect(events.at(0)?.kind).toBe('run_started')
    expect(events.at(-1)).toMatchObject({ kind: 'run_finished', outcome })
  })
  const one = (name = 'A') =>
    graph({
      parameters: { task: string },
      agents: [agent(name)],
      body: block([{ kind: 'agent', name: 'main/a', agent: name, arguments: [value('task')], result: 'a' }], value('a')),
    })

  test.each([
    ['bad_input', {}, new Map([['default', answers]])],
    ['unbound_model', { task: 'a' }, new Map<string, typeof answers>()],
  ])('%s: the run does not start', async (code, inputs, models) => {
    const run = runWorkflow({ graph: one(), inputs, models, seed: 1 })
    const { outcome, usage } = await run.result
    expect(outcome).toMatchObject({ kind: 'failed', node: 'main', code })
    expect(usage).toMatchObject({ requests: 0, attempts: 0 })
    const kinds: string[] = []
    for await (const event of run.events) kinds.push(event.kind)
    expect(kinds).toEqual(['run_started', 'run_finished'])
  })

  test('does nothing before it is awaited for the first time', () => {
    const model = mockModel(() => 'x')
    runWorkflow({ graph: one(), inputs: { task: 'a' }, models: new Map([['default', model]]), seed: 1 })
    expect(model.requests).toEqual([])
  })

  test('tells how long it took', async () => {
    const started = startRun(one(), { task: 'a' })
    await started.waiting()
    started.clock.advance(12.5)
    await started.answer('main/a')
    expect((await started.result).usage.seconds).toBe(12.5)
  })

  describe('when it is cancelled', () => {
    test('aborts what is under way, starts nothing more, and ends', async () => {
      const controller = new AbortController()
      const started = startRun(research, { task: 'a' }, { signal: controller.signal })
      await started.answer('main/steps', '{"value": ["a", "b"]}')
      expect(await started.waiting()).toEqual(['main/notes[1]/otherwise/Worker', 'main/notes[2]/otherwise/Worker'])
      controller.abort()
      expect(await started.result).toMatchObject({ outcome: { kind: 'cancelled' }, usage: { requests: 3, attempts: 3 } })
      expect(started.aborted).toHaveLength(2)
      const events = await started.events()
      expect(events.at(-1)).toMatchObject({ kind: 'run_finished', outcome: { kind: 'cancelled' } })
      const begun = events.flatMap((event) => (event.kind === 'node_started' ? [event.node] : []))
      expect(Object.keys(endings(events)).sort()).toEqual(begun.sort())
      expect(endings(events)).toMatchObject({ 'main/steps': 'ok', 'main/notes': 'aborted', 'main/notes[1]/otherwise': 'aborted' })
    })

    test('before it began, it makes no request', async () => {
      const model = mockModel(() => 'x')
      const models = new Map([['default', model]])
      const { result } = runWorkflow({ graph: one(), inputs: { task: 'a' }, models, seed: 1, signal: AbortSignal.abort() })
      expect((await result).outcome).toEqual({ kind: 'cancelled' })
      expect(model.requests).toEqual([])
    })

    test('by the model itself, in the middle of a request, it ends all the same', async () => {
      const controller = new AbortController()
      const model = mockModel(() => {
        controller.abort()
        return new Promise<string>(() => undefined)
      })
      const models = new Map([['default', model]])
      const { result } = runWorkflow({ graph: one(), inputs: { task: 'a' }, models, seed: 1, signal: controller.signal })
      expect((await result).outcome).toEqual({ kind: 'cancelled' })
    })

    test('after it has ended, nothing changes', async () => {
      const controller = new AbortController()
      const started = startRun(one(), { task: 'a' }, { signal: controller.signal })
      await started.answer('main/a', 'x')
      controller.abort()
      expect(await started.outcome()).toEqual({ kind: 'ok', value: 'x' })
    })
  })

  test('a bug in a client ends the run with an exception, and aborts the rest', async () => {
    const signals: AbortSignal[] = []
    const body = block(
      ['a', 'b'].map((name) => ({ kind: 'agent', name: `main/${name}`, agent: 'A', arguments: [constant(name)], result: name })),
      constant(''),
    )
    const model = mockModel((request, signal) => {
      signals.push(signal)
      return request.node === 'main/a' ? Promise.reject(new Error('bug')) : new Promise<string>(() => undefined)
    })
    const run = runWorkflow({
      graph: graph({ agents: [agent('A')], body }),
      inputs: {},
      models: new Map([['default', model]]),
      seed: 1,
    })
    await expect(run.result).rejects.toThrow('bug')
    expect(signals.map((signal) => signal.aborted)).toEqual([true, true])
    const reading = (async () => {
      for await (const event of run.events) expect(event.kind).not.toBe('run_finished')
    })()
    await expect(reading).rejects.toThrow('bug')
  })

  test('a value that the checker should have caught ends the run with an exception', async () => {
    const body = block([{ kind: 'assert', name: 'main/assert', condition: constant('yes'), message: null }], constant(''))
    const run = runWorkflow({ graph: graph({ body }), inputs: {}, models: new Map(), seed: 1 })
    await expect(run.result).rejects.toThrow(TypeError)
  })

  test("transient failures are tried again, on the run's clock", async () => {
    let tries = 0
    const model = mockModel(() => ((tries += 1) < 3 ? failure({ transient: true }) : 'x'))
    const started = startRun(one(), { task: 'a' }, { models: new Map([['default', model]]) })
    for (let i = 0; i < 3; i += 1) {
      await settled()
      started.clock.advance(30)
    }
    expect(await started.result).toMatchObject({ outcome: { kind: 'ok', value: 'x' }, usage: { attempts: 3, requests: 1 } })
  })

  test('the policy of the limits says how often', async () => {
    const model = mockModel(() => failure({ transient: true, reachedModel: true }))
    const limits = { retries: { attempts: 1, firstDelay: 1, factor: 1, longestDelay: 1 } }
    const started = startRun(one(), { task: 'a' }, { models: new Map([['default', model]]), limits })
    expect(await started.result).toMatchObject({ outcome: { kind: 'failed' }, usage: { attempts: 1, requests: 1 } })
  })

  test('only so many requests are under way at a time', async () => {
    const body = block(
      ['a', 'b', 'c'].map((name) => ({
        kind: 'agent',
        name: `main/${name}`,
        agent: 'A',
        arguments: [constant(name)],
        result: name,
      })),
      constant('end'),
    )
    const started = startRun(graph({ agents: [agent('A')], body }), {}, { limits: { concurrentRequests: 2 } })
    expect(await started.waiting()).toEqual(['main/a', 'main/b'])
    await started.answer('main/b')
    expect(await started.waiting()).toEqual(['main/a', 'main/c'])
  })

  test('models call tools, and agents as tools, under the node that asked', async () => {
    const lead = agent('Lead', {
      tools: [
        { kind: 'tool', tool: 'look' },
        { kind: 'agent', agent: 'A' },
      ],
    })
    const body = block([{ kind: 'agent', name: 'main/a', agent: 'Lead', arguments: [value('task')], result: 'a' }], value('a'))
    const of = graph({ parameters: { task: string }, agents: [lead, agent('A')], tools: [tool('look')], body })
    const model = mockModel((request) =>
      request.agent.name === 'A'
        ? 'fact'
        : request.turn === 1
          ? toolCalls(['look', { input: 'x' }], ['A', { input: 'y' }])
          : 'done',
    )
    const tools = new Map([['host:look', { call: () => Promise.resolve({ kind: 'ok', value: 'seen' } as const) }]])
    const { result } = runWorkflow({ graph: of, inputs: { task: 't' }, models: new Map([['default', model]]), tools, seed: 1 })
    expect(await result).toMatchObject({ outcome: { kind: 'ok', value: 'done' }, usage: { requests: 3, tool_calls: 1 } })
    expect(model.requests.map((request) => request.node)).toEqual(['main/a', 'main/a/A[1]', 'main/a'])
  })
})
