import type { Graph, Type, Value } from '../../../compiler/index.ts'
import type { JsonSchema, ModelOutcome, ModelRequest, RunSettings, ToolImplementation } from '../../../runtime/index.ts'
import { stableHash } from '../../../runtime/index.ts'
import { failure, mockModel, reply, toolCalls } from '../../runtime/mock-model.ts'

/** What waited for an answer in every step of the world, and how it ended: in a step one of the calls is answered. */
export interface Story {
  readonly steps: readonly (readonly string[])[]
  readonly outcome: unknown
}

/**
 * Runs something in a world whose answers depend on the seed, the node and what is asked alone, and fail now and then.
 * Calls wait until nothing moves any more, then one of them, which depends on the seed, is answered: two runs that begin and
 * abort the same calls at the same time tell the same story.
 */
export async function storyOf(graph: Graph, seed: number, run: (settings: RunSettings) => Promise<unknown>): Promise<Story> {
  const waiting: { readonly asked: string; readonly answer: () => void }[] = []
  const steps: string[][] = []
  const wait = (asked: string, signal: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      // A request may be sent off in the same moment in which it is aborted: nobody waits for its answer.
      if (signal.aborted) {
        resolve()
        return
      }
      const entry = { asked, answer: resolve }
      waiting.push(entry)
      signal.addEventListener('abort', () => {
        const position = waiting.indexOf(entry)
        if (position >= 0) waiting.splice(position, 1)
      })
    })
  const model = mockModel(async (request, signal) => {
    await wait(askedText(request), signal)
    return answerOf(seed, request)
  })
  const tool = (from: string, type: Type): ToolImplementation => ({
    async call(inputs, { node, signal }) {
      const asked = `${node} ${JSON.stringify(inputs)}`
      await wait(`${from} ${asked}`, signal)
      const hash = stableHash(seed, from, asked)
      return hash % 9 === 0 ? { kind: 'failed', message: 'no' } : { kind: 'ok', value: valueOf(type, hash) }
    },
  })
  const tools = new Map(Object.values(graph.tools).map(({ from, result }) => [from, tool(from, result)]))
  const models = new Map(Object.values(graph.agents).map((agent) => [agent.model, model]))
  const limits = { concurrentRequests: 10_000, retries: { attempts: 1, firstDelay: 1, factor: 1, longestDelay: 1 } }
  let outcome: { readonly value: unknown } | null = null
  const ended = run({ models, tools, seed, limits }).then((value) => {
    outcome = { value }
  })
  while (outcome === null) {
    let before = -1
    for (let quiet = 0; quiet < 3; quiet = before === waiting.length ? quiet + 1 : 0) {
      before = waiting.length
      await new Promise((resolve) => setImmediate(resolve))
    }
    if (waiting.length === 0) continue
    waiting.sort((a, b) => stableHash(seed, a.asked) - stableHash(seed, b.asked))
    steps.push(waiting.map(({ asked }) => asked))
    waiting.shift()?.answer()
  }
  await ended
  return { steps, outcome: (outcome as { readonly value: unknown }).value }
}

const askedText = ({ node, attempt, turn, messages, sampling }: ModelRequest): string =>
  JSON.stringify([node, attempt, turn, sampling.seed, messages])

function answerOf(seed: number, request: ModelRequest): ModelOutcome {
  const hash = stableHash(seed, askedText(request))
  if (hash % 11 === 0) return failure()
  const { result } = request.agent
  const value = valueOf(result, hash)
  const usage = { promptTokens: 10, completionTokens: hash % 20 }
  const asked = request.tools[hash % (2 * request.tools.length)]
  if (asked !== undefined) return toolCalls([asked.name, argumentsOf(asked.parameters, hash)])
  if (result.kind === 'string') return reply(String(value), { usage })
  if (hash % 7 === 0) return reply('no JSON', { usage })
  return reply(JSON.stringify(result.kind === 'record' ? value : { value }), { usage })
}

/** Arguments that fit now and then. */
function argumentsOf({ properties }: JsonSchema, hash: number): object {
  const names = typeof properties === 'object' && properties !== null ? Object.keys(properties) : []
  return Object.fromEntries(names.map((name, position) => [name, position === hash % 5 ? 3 : 'ab']))
}

/** A value of the type that the number decides on. */
function valueOf(type: Type, hash: number): Value {
  const next = (position: number): number => stableHash(hash, position)
  switch (type.kind) {
    case 'string':
      return ['', 'a', 'b', '3', 'a, b', 'ab\n`${x}\\'][hash % 6] ?? ''
    case 'int':
      return (hash % 5) - 1
    case 'number':
      return (hash % 9) / 2
    case 'bool':
      return hash % 2 === 0
    case 'enum':
      return type.members[hash % type.members.length] ?? ''
    case 'optional':
      return hash % 3 === 0 ? null : valueOf(type.inner, next(0))
    case 'list': {
      const most = type.size?.kind === 'number' ? type.size.value : 3
      return Array.from({ length: hash % (Math.min(most, 3) + 1) }, (_, position) => valueOf(type.element, next(position)))
    }
    case 'record':
      return Object.fromEntries(type.fields.map((field, position) => [field.name, valueOf(field.type, next(position))]))
    default:
      return null
  }
}

export const inputsOf = (graph: Graph, seed: number): { readonly [name: string]: Value } =>
  Object.fromEntries(graph.parameters.map(({ name, type }, position) => [name, valueOf(type, stableHash(seed, position))]))
