import { describe, expect, test } from 'vitest'
import type { AgentTool, Value } from '../../../compiler/index.ts'
import type { RunEventContent } from '../../../runtime/events/run-event.ts'
import type { Message, ModelRequest } from '../../../runtime/model/model-client.ts'
import type { ToolOutcome } from '../../../runtime/tools/tool-implementation.ts'
import { agent, int, list, optional, record, string, tool } from '../graph-builder.ts'
import { failure, given, lastMessage, mockModel, toolCalls } from '../mock-model.ts'
import type { AskedCall } from '../mock-model.ts'
import { callSetup } from './call-setup.ts'

const toolOf = (name: string): AgentTool => ({ kind: 'tool', tool: name })
const agentOf = (name: string): AgentTool => ({ kind: 'agent', agent: name })
const ok = (value: Value): ToolOutcome => ({ kind: 'ok', value })

/** Asks for these calls in the first turn, and then answers with everything the tools said. */
const askThenReport = (...calls: readonly AskedCall[]) =>
  mockModel((request) =>
    request.agent.name !== 'Lead' ? `re ${given(request)}` : request.turn === 1 ? toolCalls(...calls) : report(request),
  )

const report = (request: ModelRequest): string =>
  request.messages.flatMap((message) => (message.role === 'tool' ? [message.content] : [])).join(' | ')

const lead = (settings: Parameters<typeof agent>[1] = {}) => agent('Lead', { tools: [toolOf('look')], ...settings })

describe('the tools of an agent call', () => {
  test('are offered in every turn but the last, and their answers go back in order', async () => {
    const model = mockModel(({ turn }) => (turn < 3 ? toolCalls(['look', { input: `q${turn}` }]) : 'done'))
    const { call, usage } = callSetup({
      agents: [lead({ max_turns: 3 })],
      tools: [tool('look')],
      answers: { look: ({ input }) => ok(`found ${String(input)}`) },
      model,
    })
    expect(await call(['a'])).toEqual({ kind: 'ok', value: 'done' })
    expect(model.requests.map((request) => request.tools.map((offer) => offer.name))).toEqual([['look'], ['look'], []])
    expect(model.requests[2]?.messages.slice(1)).toEqual<Message[]>([
      { role: 'assistant', content: '', toolCalls: [{ id: 'call-1', name: 'look', arguments: '{"input":"q1"}' }] },
      { role: 'tool', toolCallId: 'call-1', content: 'found q1' },
      { role: 'assistant', content: '', toolCalls: [{ id: 'call-1', name: 'look', arguments: '{"input":"q2"}' }] },
      { role: 'tool', toolCallId: 'call-1', content: 'found q2' },
    ])
    expect(usage()).toMatchObject({ requests: 3, tool_calls: 2 })
  })

  test.each<[string, ToolOutcome, string]>([
    ['a text as it is', ok('a "b"'), 'a "b"'],
    ['an empty text', ok(''), ''],
    ['a failure', { kind: 'failed', message: 'no such file' }, 'error: no such file'],
  ])('answers %s', async (_, outcome, content) => {
    const model = askThenReport(['look', { input: 'x' }])
    expect(
      await callSetup({ agents: [lead()], tools: [tool('look')], answers: { look: () => outcome }, model }).call(['a']),
    ).toEqual({ kind: 'ok', value: content })
  })

  test('answers other values as JSON, none as null', async () => {
    const model = askThenReport(['look', { input: 'x' }], ['look', { input: 'y' }])
    const look = tool('look', { result: optional(list(int)) })
    const answers = { look: ({ input }: { readonly [name: string]: Value }) => ok(input === 'x' ? [1, 2] : null) }
    expect(await callSetup({ agents: [lead()], tools: [look], answers, model }).call(['a'])).toEqual({
      kind: 'ok',
      value: '[1,2] | null',
    })
  })

  test('a result of another type than declared is an error that the model sees', async () => {
    const model = askThenReport(['look', { input: 'x' }])
    const { call } = callSetup({
      agents: [lead()],
      tools: [tool('look', { result: record({ n: int }) })],
      answers: { look: () => ({ kind: 'ok', value: { n: 'x' } }) },
      model,
    })
    expect(await call(['a'])).toEqual({
      kind: 'ok',
      value: 'error: look returned something else than it declares:\n- n: expected a whole number, got "x"',
    })
  })

  test('a tool that throws has failed', async () => {
    const model = askThenReport(['look', { input: 'x' }])
    const look = (): never => {
      throw new Error('broken pipe')
    }
    expect(await callSetup({ agents: [lead()], tools: [tool('look')], answers: { look }, model }).call(['a'])).toEqual({
      kind: 'ok',
      value: 'error: broken pipe',
    })
  })

  test.each<[string, string, unknown, string]>([
    ['an undeclared tool', 'erase', {}, 'there is no tool of this name; the tools are look'],
    ['a tool named like a prototype', '__proto__', {}, 'there is no tool of this name; the tools are look'],
    ['arguments that are no JSON', 'look', '{"input', 'the arguments are not valid JSON: '],
    ['arguments that do not fit', 'look', { input: 1 }, 'the arguments do not fit:\n- input: expected a string, got 1'],
    ['missing arguments', 'look', '', 'the arguments do not fit:\n- input: missing; expected a string'],
    [
      'unknown arguments',
      'look',
      { input: 'a', force: true },
      'the arguments do not fit:\n- unknown field "force"; the fields are input',
    ],
  ])('%s is an error that the model sees', async (_, name, inputs, message) => {
    const { call, events, usage } = callSetup({
      agents: [lead()],
      tools: [tool('look')],
      answers: { look: () => ok('x') },
      model: askThenReport([name, inputs]),
    })
    const outcome = await call(['a'])
    expect(outcome.kind === 'ok' && outcome.value).toContain(`error: ${message}`)
    expect(usage().tool_calls).toBe(0)
    expect(events.filter((event) => event.kind.startsWith('tool_'))).toMatchObject([
      { kind: 'tool_refused', node: 'main/draft', tool: name },
    ])
  })

  test('an optional argument may be left out', async () => {
    const look = tool('look', {
      parameters: [
        { name: 'input', type: string },
        { name: 'depth', type: optional(int) },
      ],
    })
    const seen: unknown[] = []
    const answers = { look: (inputs: unknown) => (seen.push(inputs), ok('x')) }
    await callSetup({ agents: [lead()], tools: [look], answers, model: askThenReport(['look', { input: 'a' }]) }).call(['a'])
    expect(seen).toEqual([{ input: 'a', depth: null }])
  })

  test('at most max_turns calls are executed, those that do not fit included, over all attempts', async () => {
    const model = mockModel(({ attempt, turn }) =>
      turn === 1
        ? toolCalls(['look', { input: `${attempt}.1` }], ['erase', {}], ['look', { input: `${attempt}.2` }])
        : attempt === 1
          ? 'no JSON'
          : '{"value": 1}',
    )
    const { call, usage } = callSetup({
      agents: [lead({ result: int, max_turns: 4 })],
      tools: [tool('look')],
      answers: { look: ({ input }) => ok(input ?? null) },
      model,
    })
    expect(await call(['a'])).toEqual({ kind: 'ok', value: 1 })
    const last = model.requests.at(-1)
    expect(last === undefined ? '' : report(last)).toBe(
      '1.1 | error: there is no tool of this name; the tools are look | 1.2 | 2.1 | ' +
        'error: tool budget spent | error: tool budget spent',
    )
    expect(usage().tool_calls).toBe(3)
  })

  test('a call in the last turn is no answer', async () => {
    const model = mockModel(() => toolCalls(['look', { input: 'x' }]))
    const { call, usage } = callSetup({
      agents: [lead({ max_turns: 2 })],
      tools: [tool('look')],
      answers: { look: () => ok('x') },
      model,
    })
    expect(await call(['a'])).toMatchObject({ kind: 'failed', failure: { code: 'invalid_reply' } })
    expect(usage()).toMatchObject({ requests: 2, tool_calls: 1 })
  })

  test('agents are called like tools, as nodes of their own', async () => {
    const agents = [
      lead({ tools: [agentOf('Researcher')] }),
      agent('Researcher', { result: record({ found: string }), parameters: [{ name: 'question', type: string }] }),
    ]
    const model = mockModel((request) => {
      if (request.agent.name === 'Researcher') return JSON.stringify({ found: given(request) })
      return request.turn === 1
        ? toolCalls(['Researcher', { question: 'q1' }], ['Researcher', { question: 'q2' }])
        : report(request)
    })
    const { call, events, usage } = callSetup({ agents, model })
    expect(await call(['a'])).toEqual({ kind: 'ok', value: '{"found":"q1"} | {"found":"q2"}' })
    expect(model.requests.map((request) => request.node)).toEqual([
      'main/draft',
      'main/draft/Researcher[1]',
      'main/draft/Researcher[2]',
      'main/draft',
    ])
    expect(events.flatMap((event) => (event.kind === 'node_finished' ? [[event.node, event.outcome]] : []))).toEqual([
      ['main/draft/Researcher[1]', { kind: 'ok', values: [{ found: 'q1' }] }],
      ['main/draft/Researcher[2]', { kind: 'ok', values: [{ found: 'q2' }] }],
    ])
    expect(usage()).toMatchObject({ requests: 4, tool_calls: 0 })
  })

  test('an agent that fails is an error that the model sees', async () => {
    const agents = [lead({ tools: [agentOf('Researcher')] }), agent('Researcher')]
    const model = mockModel((request) => {
      if (request.agent.name === 'Researcher') return failure({ message: 'out of order' })
      return request.turn === 1 ? toolCalls(['Researcher', { input: 'q' }]) : report(request)
    })
    const { call, events } = callSetup({ agents, model })
    expect(await call(['a'])).toEqual({ kind: 'ok', value: 'error: out of order' })
    expect(events).toContainEqual({
      kind: 'node_finished',
      node: 'main/draft/Researcher[1]',
      outcome: { kind: 'failed', node: 'main/draft/Researcher[1]', code: 'model_unavailable', message: 'out of order' },
    })
  })

  test.each([
    [true, ['start x', 'start y', 'end y', 'end x']],
    [false, ['start x', 'end x', 'start y', 'end y']],
  ])('the calls of a turn run at the same time only where they are pure: %s', async (pure, order) => {
    const log: string[] = []
    const first = Promise.withResolvers<undefined>()
    const look = async ({ input }: { readonly [name: string]: Value }): Promise<ToolOutcome> => {
      log.push(`start ${String(input)}`)
      if (input === 'x' && pure) await first.promise
      else await Promise.resolve()
      log.push(`end ${String(input)}`)
      first.resolve(undefined)
      return ok(input ?? null)
    }
    const model = askThenReport(['look', { input: 'x' }], ['look', { input: 'y' }])
    const { call } = callSetup({ agents: [lead()], tools: [tool('look', { pure })], answers: { look }, model })
    expect(await call(['a'])).toEqual({ kind: 'ok', value: 'x | y' })
    expect(log).toEqual(order)
  })

  test('an abort reaches the tool, ends the call and executes nothing more', async () => {
    const controller = new AbortController()
    const signals: AbortSignal[] = []
    const look = (_: unknown, signal: AbortSignal): Promise<ToolOutcome> => {
      signals.push(signal)
      return new Promise(() => undefined)
    }
    const model = askThenReport(['look', { input: 'x' }], ['look', { input: 'y' }])
    const { call, events } = callSetup({ agents: [lead()], tools: [tool('look', { pure: false })], answers: { look }, model })
    const result = call(['a'], { signal: controller.signal })
    await expect.poll(() => signals.length).toBe(1)
    controller.abort()
    expect(await result).toEqual({ kind: 'aborted' })
    expect(signals.map((signal) => signal.aborted)).toEqual([true])
    expect(events.at(-1)).toEqual<RunEventContent>({
      kind: 'tool_finished',
      node: 'main/draft/look[1]',
      tool: 'look',
      outcome: { kind: 'aborted' },
    })
  })

  test('the time-out of the caller covers the agents it calls', async () => {
    const agents = [lead({ tools: [agentOf('Researcher')], timeout: 10 }), agent('Researcher')]
    const model = mockModel((request) =>
      request.agent.name === 'Lead' ? toolCalls(['Researcher', { input: 'q' }]) : new Promise<string>(() => undefined),
    )
    const { call, clock, events } = callSetup({ agents, model })
    const result = call(['a'])
    await expect.poll(() => model.requests.length).toBe(2)
    clock.advance(10)
    expect(await result).toMatchObject({ kind: 'failed', failure: { code: 'timeout' } })
    expect(events.at(-1)).toEqual({ kind: 'node_finished', node: 'main/draft/Researcher[1]', outcome: { kind: 'aborted' } })
  })

  test('a time-out of a called agent is an error that the caller sees', async () => {
    const agents = [lead({ tools: [agentOf('Researcher')] }), agent('Researcher', { timeout: 5 })]
    const model = mockModel((request) => {
      if (request.agent.name === 'Researcher') return new Promise<string>(() => undefined)
      return request.turn === 1 ? toolCalls(['Researcher', { input: 'q' }]) : lastMessage(request)
    })
    const { call, clock } = callSetup({ agents, model })
    const result = call(['a'])
    await expect.poll(() => model.requests.length).toBe(2)
    clock.advance(5)
    const message = 'Researcher took more than 5 seconds in main/draft/Researcher[1].'
    expect(await result).toEqual({ kind: 'ok', value: `error: ${message}` })
  })
})
