import type { RunEvent } from '../events/run-event.ts'
import { TRACE_VERSION } from '../model/index.ts'

/** The runs of a trace file, each with its events in order; `null` for a run that was for no task. */
export type ReadTrace =
  { readonly kind: 'ok'; readonly runs: ReadonlyMap<string | null, readonly RunEvent[]> } | { readonly kind: 'error'; readonly message: string }

const kinds: ReadonlySet<string> = new Set<RunEvent['kind']>([
  'run_started',
  'node_started',
  'node_finished',
  'block_started',
  'samples_skipped',
  'request_started',
  'request_finished',
  'tool_started',
  'tool_suspended',
  'tool_answered',
  'tool_finished',
  'tool_refused',
  'run_finished',
])

/** Reads a trace's text. A last line that was cut off, as by a kill, is left out; any other broken line is an error. */
export function readTrace(text: string): ReadTrace {
  const runs = new Map<string | null, RunEvent[]>()
  const lines = text.split('\n')
  for (const [index, written] of lines.entries()) {
    if (written.trim() === '') continue
    const line = parsed(written)
    if (line === null) {
      if (index === lines.length - 1) continue
      return { kind: 'error', message: `line ${index + 1} is no event of a trace` }
    }
    if (line.kind === 'trace' && line.version !== TRACE_VERSION) {
      return { kind: 'error', message: `its version is ${JSON.stringify(line.version)}, and this mas reads version ${TRACE_VERSION}` }
    }
    if (!isEvent(line)) continue
    const task = typeof line.task === 'string' ? line.task : null
    const events = runs.get(task)
    if (events === undefined) runs.set(task, [line])
    else events.push(line)
  }
  return runs.size === 0 ? { kind: 'error', message: 'it holds no run: is it a file that "mas run --trace" wrote?' } : { kind: 'ok', runs }
}

type Line = { readonly [key: string]: unknown }

function parsed(text: string): Line | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Line) : null
  } catch {
    return null
  }
}

/** Whether a line has the shape of the event that it says it is, as far as a tree looks at it. */
function isEvent(line: Line): line is RunEvent & Line {
  if (typeof line.kind !== 'string' || !kinds.has(line.kind) || typeof line.time !== 'number') return false
  switch (line.kind) {
    case 'run_started':
      return typeof line.workflow === 'string'
    case 'request_started':
      return typeof line.node === 'string' && typeof line.slot === 'string' && isObject(line.request)
    case 'request_finished':
      return typeof line.node === 'string' && isOutcome(line.outcome) && (line.outcome.kind !== 'reply' || hasUsage(line.outcome.reply))
    case 'run_finished':
    case 'node_finished':
    case 'tool_finished':
      return isOutcome(line.outcome)
    case 'node_started':
      return typeof line.node === 'string' && typeof line.nodeKind === 'string'
    case 'tool_suspended':
      return typeof line.node === 'string' && typeof line.awaits === 'string'
    case 'tool_answered':
      return typeof line.node === 'string' && isObject(line.answer)
    case 'tool_started':
      return typeof line.node === 'string' && typeof line.tool === 'string'
    default:
      return typeof line.node === 'string'
  }
}

/** An outcome; one that is a failure has a code. */
const isOutcome = (outcome: unknown): outcome is Line =>
  isObject(outcome) && ((outcome.kind !== 'failed' && outcome.kind !== 'failure') || typeof outcome.code === 'string')

const hasUsage = (reply: unknown): boolean =>
  isObject(reply) && isObject(reply.usage) && typeof reply.usage.promptTokens === 'number' && typeof reply.usage.completionTokens === 'number' &&
  (reply.usage.cost === undefined || typeof reply.usage.cost === 'number')

const isObject = (value: unknown): value is Line => typeof value === 'object' && value !== null
