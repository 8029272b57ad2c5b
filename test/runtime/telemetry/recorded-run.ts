import { InMemorySpanExporter, SimpleSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace'
import type { ReadableSpan } from '@opentelemetry/sdk-trace'
import { compileProgram, createMemoryReader } from '../../../compiler/index.ts'
import { runWorkflow, standardTools } from '../../../runtime/index.ts'
import type { Answer, ModelClient, ModelReply, ModelRequest, ToolImplementation } from '../../../runtime/index.ts'
import { SpanRecorder } from '../../../runtime/telemetry/index.ts'
import type { SpanRecorderOptions } from '../../../runtime/telemetry/index.ts'

export interface RecordedSpans {
  readonly spans: readonly ReadableSpan[]
  /** Names by how they stand in each other, indented. */
  readonly tree: string
}

/** Runs a script with answers of a function, and records its spans. */
export async function recordedRun(
  script: string,
  answer: (request: ModelRequest) => Partial<ModelReply>,
  options: Partial<SpanRecorderOptions> = {},
): Promise<RecordedSpans> {
  const { workflows } = compileProgram('a.mas', createMemoryReader(new Map([['a.mas', script]])))
  const compiled = workflows.find(({ name }) => name === 'main')?.compiled
  if (compiled?.kind !== 'graph') throw new Error('the script of this test does not compile')
  const exporter = new InMemorySpanExporter()
  const provider = new TracerProvider({ spanProcessors: [new SimpleSpanProcessor({ exporter })] })
  const models = new Map([['default', 'openai:m@http://models.example:81/v1']])
  const recorder = new SpanRecorder({ tracer: provider.getTracer('test'), graph: compiled.graph, models, ...options })
  const client: ModelClient = {
    description: 'm',
    complete: (request) =>
      Promise.resolve({
        kind: 'reply',
        reply: { content: '', toolCalls: [], finish: 'stop', usage: { promptTokens: 3, completionTokens: 2 }, ...answer(request) },
      }),
  }
  const search: ToolImplementation = { call: () => Promise.resolve({ kind: 'ok', value: 'found' }) }
  const tools = new Map([...standardTools, ['host:search', search] as const])
  const person = (): Promise<Answer> => Promise.resolve({ kind: 'value', value: 'signed' })
  const run = runWorkflow({ graph: compiled.graph, inputs: {}, seed: 5, models: new Map([['default', client]]), tools, answer: person })
  for await (const event of run.events) recorder.record(event)
  await provider.forceFlush()
  const spans = exporter.getFinishedSpans()
  return { spans, tree: treeOf(spans) }
}

function treeOf(spans: readonly ReadableSpan[]): string {
  const childrenOf = (parent: string | undefined): readonly ReadableSpan[] =>
    spans
      .filter((span) => span.parentSpanContext?.spanId === parent)
      .sort((left, right) => order(left) - order(right) || (left.name < right.name ? -1 : 1))
  const lines = (parent: string | undefined, indent: string): readonly string[] =>
    childrenOf(parent).flatMap((span) => [`${indent}${span.name}`, ...lines(span.spanContext().spanId, `${indent}  `)])
  return lines(undefined, '').join('\n')
}

const order = ({ attributes }: ReadableSpan): number => Number(attributes['mas.turn'] ?? 0)
