import { SpanStatusCode } from '@opentelemetry/api'
import { InMemorySpanExporter, SimpleSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace'
import { describe, expect, test } from 'vitest'
import { noUsage } from '../../../runtime/index.ts'
import { SpanRecorder } from '../../../runtime/telemetry/index.ts'
import { block, constant, graph } from '../graph-builder.ts'
import { recordedRun } from './recorded-run.ts'

const everything = `
  tool search(query: string) -> string from "host:search" pure

  /// Knows things.
  agent Librarian(question: string) -> string

  agent Writer(topic: string) -> string { role "You write." tools search, Librarian max_turns 3 temperature 0.5 }

  workflow main() -> string {
    drafts = sample 2 of Librarian("a")
    repeat max 2 {
      text = Librarian(join(drafts, ""))
      stop when text == "done"
    }
    found = search("b")
    return Writer(found)
  }
`

const tools = (turn: number) =>
  turn === 1
    ? [
        { id: '1', name: 'search', arguments: '{"query":"q"}' },
        { id: '2', name: 'Librarian', arguments: '{"question":"who"}' },
      ]
    : []

const run = (options: Parameters<typeof recordedRun>[2] = {}) =>
  recordedRun(
    everything,
    (request) => (request.agent.name === 'Writer' ? { content: 'a poem', toolCalls: tools(request.turn), reasoning: 'hm' } : { content: 'text' }),
    options,
  )

test('each span stands in what holds it: workflow, regions, agents, requests, tools', async () => {
  expect((await run()).tree).toBe(
    [
      'invoke_workflow main',
      '  execute_tool search',
      '  invoke_agent Writer',
      '    execute_tool search',
      '    invoke_agent Librarian',
      '      chat m',
      '    chat m',
      '    chat m',
      '  repeat main/repeat',
      '    invoke_agent Librarian',
      '      chat m',
      '    invoke_agent Librarian',
      '      chat m',
      '  sample main/drafts/sample',
      '    invoke_agent Librarian',
      '      chat m',
      '    invoke_agent Librarian',
      '      chat m',
    ].join('\n'),
  )
})

test('spans have the conventions’ attributes', async () => {
  const { spans } = await run({ task: 't1' })
  const attributesOf = (name: string, node: string) =>
    spans.find((span) => span.name === name && span.attributes['mas.node'] === node)?.attributes
  expect(spans.find(({ name }) => name === 'invoke_workflow main')?.attributes).toEqual({
    'gen_ai.operation.name': 'invoke_workflow',
    'gen_ai.workflow.name': 'main',
    'mas.file': 'a.mas',
    'mas.seed': 5,
    'mas.task': 't1',
  })
  expect(attributesOf('invoke_agent Librarian', 'main/drafts[1]')).toEqual({
    'gen_ai.operation.name': 'invoke_agent',
    'gen_ai.agent.name': 'Librarian',
    'gen_ai.agent.description': 'Knows things.',
    'mas.node': 'main/drafts[1]',
    'mas.node.kind': 'agent',
  })
  expect(attributesOf('chat m', 'main/return/Writer')).toEqual({
    'gen_ai.operation.name': 'chat',
    'gen_ai.provider.name': 'openai',
    'gen_ai.request.model': 'm',
    'server.address': 'models.example',
    'server.port': 81,
    'gen_ai.request.temperature': 0.5,
    'gen_ai.request.max_tokens': 1024,
    'gen_ai.request.seed': expect.any(Number) as number,
    'gen_ai.output.type': 'text',
    'mas.node': 'main/return/Writer',
    'mas.slot': 'default',
    'mas.attempt': 1,
    'mas.turn': 1,
    'gen_ai.response.finish_reasons': ['stop'],
    'gen_ai.usage.input_tokens': 3,
    'gen_ai.usage.output_tokens': 2,
    'mas.tries': 1,
  })
  expect(attributesOf('execute_tool search', 'main/return/Writer/search[1]')).toEqual({
    'gen_ai.operation.name': 'execute_tool',
    'gen_ai.tool.name': 'search',
    'gen_ai.tool.type': 'function',
    'mas.node': 'main/return/Writer/search[1]',
  })
})

describe('contents', () => {
  test('stand nowhere unless asked for', async () => {
    const { spans } = await run()
    const text = JSON.stringify(spans.map(({ attributes, status, events, name }) => ({ attributes, status, events, name })))
    for (const content of ['You write.', 'a poem', '\\"found\\"', '\\"q\\"', 'who', 'hm']) expect(text).not.toContain(content)
  })

  test('stand in the conventions’ attributes where they are, without secrets', async () => {
    const { spans } = await run({ captureContent: true, redact: (text) => text.replaceAll('poem', '[key]') })
    const chat = spans.find(({ name, attributes }) => name === 'chat m' && attributes['mas.turn'] === 2)?.attributes
    expect(chat?.['gen_ai.system_instructions']).toBe('[{"type":"text","content":"You write."}]')
    expect(JSON.parse(String(chat?.['gen_ai.input.messages']))).toEqual([
      { role: 'user', parts: [{ type: 'text', content: 'topic:\nfound' }] },
      {
        role: 'assistant',
        parts: [
          { type: 'text', content: 'a [key]' },
          { type: 'tool_call', id: '1', name: 'search', arguments: '{"query":"q"}' },
          { type: 'tool_call', id: '2', name: 'Librarian', arguments: '{"question":"who"}' },
        ],
      },
      { role: 'tool', parts: [{ type: 'tool_call_response', id: '1', response: 'found' }] },
      { role: 'tool', parts: [{ type: 'tool_call_response', id: '2', response: 'text' }] },
    ])
    expect(chat?.['gen_ai.output.messages']).toBe('[{"role":"assistant","parts":[{"type":"text","content":"a [key]"}],"finish_reason":"stop"}]')
    expect(chat?.['mas.reasoning']).toBe('hm')
    const tool = spans.find(({ attributes }) => attributes['mas.node'] === 'main/found')?.attributes
    expect([tool?.['gen_ai.tool.call.arguments'], tool?.['gen_ai.tool.call.result']]).toEqual(['{"query":"b"}', '"found"'])
  })
})

test('what failed is an error with its code, and nothing stays open', async () => {
  const script = `
    agent A() -> int { repairs 0 }
    workflow main() -> int { return A() otherwise A() }
  `
  const { spans, tree } = await recordedRun(script, () => ({ content: 'no number' }))
  expect(tree).toContain('otherwise main/return/otherwise')
  for (const span of spans.filter(({ name }) => !name.startsWith('chat'))) {
    expect([span.name, span.status.code, span.status.message, span.attributes['error.type']]).toEqual([span.name, 2, undefined, 'invalid_reply'])
  }
  expect(spans.every(({ ended }) => ended)).toBe(true)
})

describe('a call that waits for a person', () => {
  const asking = `
    tool sign(question: string) -> string from "std:person"
    workflow main() -> string { return sign("Is it right?") }
  `

  test('holds a span for as long as it waits, with the question only where contents are', async () => {
    const { spans, tree } = await recordedRun(asking, () => ({}))
    expect(tree).toBe('invoke_workflow main\n  execute_tool sign\n    await_result sign')
    expect(spans.find(({ name }) => name === 'await_result sign')?.attributes).toEqual({
      'gen_ai.tool.name': 'sign',
      'mas.node': 'main/return/sign',
      'mas.awaits': 'result',
      'mas.answer': 'value',
    })
    const captured = await recordedRun(asking, () => ({}), { captureContent: true })
    expect(captured.spans.find(({ name }) => name === 'await_result sign')?.attributes['mas.question']).toBe('Is it right?')
  })

  test('leaves the status of its run open where the run ends as suspended', () => {
    const exporter = new InMemorySpanExporter()
    const provider = new TracerProvider({ spanProcessors: [new SimpleSpanProcessor({ exporter })] })
    const recorder = new SpanRecorder({ tracer: provider.getTracer('test'), graph: graph({ body: block([], constant('')) }), models: new Map() })
    recorder.record({ sequence: 1, time: 1, kind: 'run_started', workflow: 'main', file: 'a.mas', seed: 1, inputs: {} })
    recorder.record({ sequence: 2, time: 2, kind: 'run_finished', outcome: { kind: 'suspended', awaited: [] }, usage: noUsage })
    const [span] = exporter.getFinishedSpans()
    expect(span?.status.code).toBe(SpanStatusCode.UNSET)
    expect(span?.attributes['mas.suspended']).toBe(true)
  })
})
