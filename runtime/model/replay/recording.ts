import type { ModelOutcome, ModelReply, ModelRequest } from '../model-client.ts'
import { TRACE_VERSION } from './trace-line.ts'

/** A trace, read: what was asked of models and what came of it. */
export interface Recording {
  readonly exchanges: ReadonlyMap<string, Exchange>
  /** The seed of the recorded runs, where the trace tells it. */
  readonly seed: number | null
}

/** One request and its end, after the retries of transient failures. */
export interface Exchange {
  readonly request: RecordedRequest
  /** `null` where the recorded run ended before the answer. */
  readonly outcome: ModelOutcome | null
}

/** What of a request makes the answer what it is. */
export type RecordedRequest = Pick<ModelRequest, 'messages' | 'output' | 'tools' | 'sampling'>

export const recordedRequest = ({ messages, output, tools, sampling }: ModelRequest): RecordedRequest => ({
  messages,
  output,
  tools,
  sampling,
})

export type ReadRecording =
  { readonly kind: 'ok'; readonly recording: Recording } | { readonly kind: 'error'; readonly message: string }

/** What finds an exchange again. `task` is `null` for a run that was for no task. */
export const exchangeKey = (
  task: string | null,
  { node, attempt, turn }: Pick<ModelRequest, 'node' | 'attempt' | 'turn'>,
): string => JSON.stringify([task, node, attempt, turn])

type JsonObject = { readonly [key: string]: unknown }

/** Reads a trace's text. Its last line may be cut off, as it is after a kill; any other broken line is an error. */
export function readRecording(text: string): ReadRecording {
  const lines = text.split('\n')
  const exchanges = new Map<string, Exchange>()
  let seed: number | null = null
  for (const [index, written] of lines.entries()) {
    if (written.trim() === '') continue
    let line: unknown
    try {
      line = JSON.parse(written)
    } catch {
      if (index === lines.length - 1) continue
      return { kind: 'error', message: `line ${index + 1} is not valid JSON` }
    }
    if (!isObject(line)) return { kind: 'error', message: `line ${index + 1} is no event` }
    if (line.kind === 'trace') {
      if (line.version !== TRACE_VERSION) {
        return {
          kind: 'error',
          message: `its version is ${JSON.stringify(line.version)}, and this mas reads version ${TRACE_VERSION}`,
        }
      }
      if (typeof line.seed === 'number') seed = line.seed
    }
    if (!noteExchange(exchanges, line)) return { kind: 'error', message: `line ${index + 1} is not as this mas writes it` }
  }
  if (exchanges.size === 0)
    return { kind: 'error', message: 'it holds no request to a model: is it a file that "mas run --trace" wrote?' }
  return { kind: 'ok', recording: { exchanges, seed } }
}

/** `false` where a line that should belong to an exchange is broken. */
function noteExchange(exchanges: Map<string, Exchange>, line: JsonObject): boolean {
  const task = typeof line.task === 'string' ? line.task : null
  switch (line.kind) {
    case 'request_started': {
      const { request } = line
      if (!isRequest(request)) return false
      exchanges.set(exchangeKey(task, request), { request: recordedRequest(request), outcome: null })
      return true
    }
    case 'request_finished': {
      const { node, attempt, turn, outcome } = line
      if (typeof node !== 'string' || typeof attempt !== 'number' || typeof turn !== 'number' || !isModelOutcome(outcome)) return false
      const key = exchangeKey(task, { node, attempt, turn })
      const started = exchanges.get(key)
      if (started === undefined) return false
      const isAnswer = outcome.kind === 'reply' || outcome.code !== 'cancelled'
      exchanges.set(key, { ...started, outcome: isAnswer ? outcome : null })
      return true
    }
    default:
      return true
  }
}

function isRequest(value: unknown): value is ModelRequest {
  if (!isObject(value)) return false
  const hasPlace = typeof value.node === 'string' && typeof value.attempt === 'number' && typeof value.turn === 'number'
  return (
    hasPlace && Array.isArray(value.messages) && isObject(value.output) && Array.isArray(value.tools) && isObject(value.sampling)
  )
}

/** Whether stored data has what a model's outcome is read for. */
export function isModelOutcome(value: unknown): value is ModelOutcome {
  if (!isObject(value)) return false
  if (value.kind === 'failure') {
    const { code, message, transient, reachedModel, retryAfter = null } = value
    const areTexts = typeof code === 'string' && typeof message === 'string'
    return areTexts && typeof transient === 'boolean' && typeof reachedModel === 'boolean' && (retryAfter === null || typeof retryAfter === 'number')
  }
  return value.kind === 'reply' && isReply(value.reply)
}

/** Whether a value that was read from a file is a reply that this program wrote. */
export const isReply = (value: unknown): value is ModelReply =>
  isObject(value) &&
  typeof value.content === 'string' &&
  typeof value.finish === 'string' &&
  Array.isArray(value.toolCalls) &&
  value.toolCalls.every(isToolCall) &&
  isUsage(value.usage) &&
  (value.notes === undefined || (Array.isArray(value.notes) && value.notes.every((note) => typeof note === 'string')))

const isToolCall = (value: unknown): boolean =>
  isObject(value) && [value.id, value.name, value.arguments].every((text) => typeof text === 'string')

const isUsage = (value: unknown): boolean =>
  isObject(value) &&
  typeof value.promptTokens === 'number' &&
  typeof value.completionTokens === 'number' &&
  (value.cost === undefined || typeof value.cost === 'number')

const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value)
