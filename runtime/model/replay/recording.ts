import type { Exchange } from './exchange.ts'

/** A trace, read: the exchanges of each request, in the order in which they were made. */
export interface Recording {
  readonly exchanges: ReadonlyMap<string, readonly Exchange[]>
  /** The seed of the recorded run, where the trace tells it. */
  readonly seed: number | null
}

export type ReadRecording = { readonly kind: 'ok'; readonly recording: Recording } | { readonly kind: 'error'; readonly message: string }

/** What finds an exchange again. */
export const exchangeKey = (task: string | null, { node, attempt, turn }: Pick<Exchange, 'node' | 'attempt' | 'turn'>): string =>
  JSON.stringify([task, node, attempt, turn])

/** Reads a trace's text. Its last line may be cut off, as it is after a kill; any other broken line is an error. */
export function readRecording(text: string): ReadRecording {
  const lines = text.split('\n')
  const exchanges = new Map<string, Exchange[]>()
  let seed: number | null = null
  for (const [index, written] of lines.entries()) {
    if (written.trim() === '') continue
    let line: { readonly kind?: unknown; readonly seed?: unknown; readonly version?: unknown } | null
    try {
      line = JSON.parse(written) as typeof line
    } catch {
      if (index === lines.length - 1) continue
      return { kind: 'error', message: `line ${index + 1} is not valid JSON` }
    }
    if (line?.kind === 'trace') {
      if (line.version !== 1) return { kind: 'error', message: `it has version ${JSON.stringify(line.version)}, and this mas reads version 1` }
      if (typeof line.seed === 'number') seed = line.seed
    }
    if (!isExchange(line)) {
      if (line?.kind === 'exchange') return { kind: 'error', message: `line ${index + 1} is no exchange that this mas can read` }
      continue
    }
    const key = exchangeKey(line.task, line)
    exchanges.set(key, [...(exchanges.get(key) ?? []), line])
  }
  if (exchanges.size === 0) return { kind: 'error', message: 'it holds no answers of a model: is it a file that "mas run --trace" wrote?' }
  return { kind: 'ok', recording: { exchanges, seed } }
}

function isExchange(line: object | null): line is Exchange {
  if (line === null) return false
  const { kind, task, node, attempt, turn, request, outcome } = line as { readonly [key in keyof Exchange]?: unknown }
  const hasPlace = (task === null || typeof task === 'string') && typeof node === 'string' && typeof attempt === 'number' && typeof turn === 'number'
  return kind === 'exchange' && hasPlace && isObject(request) && Array.isArray(request.messages) && isOutcome(outcome)
}

function isOutcome(outcome: unknown): boolean {
  if (!isObject(outcome)) return false
  if (outcome.kind === 'failure') return typeof outcome.code === 'string' && typeof outcome.message === 'string'
  const { reply } = outcome
  return outcome.kind === 'reply' && isObject(reply) && typeof reply.content === 'string' && Array.isArray(reply.toolCalls) && isObject(reply.usage)
}

const isObject = (value: unknown): value is { readonly [key: string]: unknown } => typeof value === 'object' && value !== null
