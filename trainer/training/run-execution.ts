import type { Graph } from '../../compiler/index.ts'
import { exchangePlace, runExchanges, runWorkflow } from '../../runtime/index.ts'
import type { ModelClient, RunEvent, RunLimits } from '../../runtime/index.ts'
import { isSampledRecord } from '../policies/sampled-record.ts'
import type { CallPlace, CallRecord } from '../records/index.ts'
import { executionOutcome } from '../rollout/index.ts'
import type { Execution } from '../rollout/index.ts'
import { scoreOutcome } from '../scorers/index.ts'
import type { Scorer } from '../scorers/index.ts'
import type { Task } from '../tasks/index.ts'
import { outageIn } from './model-outage.ts'
import { traceOf } from './trace-of.ts'

export interface ExecutionRequest {
  readonly task: Task
  readonly graph: Graph
  readonly client: ModelClient
  /** The clients of slots that have one of their own; the others have `client`. */
  readonly slots?: ReadonlyMap<string, ModelClient>
  readonly limits?: RunLimits
  /** Ends this execution, and all that share it, as soon as a model is found to be away; the reason is a `ModelOutage`. */
  readonly away?: AbortController
  readonly seed: number
  readonly scorer: Scorer
  readonly place: Pick<CallPlace, 'run' | 'step' | 'design'> & { readonly execution: number }
  /** Whether the control flow is kept, for estimators that ask which calls had influence. */
  readonly traced: boolean
  /** Whether requests and replies are kept, for estimators that replay. */
  readonly recorded: boolean
}

/** Runs a design once on a task. A failure is an outcome with a score, and the calls made keep their records. */
export async function runExecution(request: ExecutionRequest): Promise<Execution> {
  const { task, graph, client, slots, limits, away = new AbortController(), seed, scorer, place } = request
  const used = new Set(Object.values(graph.agents).map((agent) => agent.model))
  const models = new Map([...used].map((slot) => [slot, slots?.get(slot) ?? client]))
  const run = runWorkflow({ graph, inputs: task.input, models, seed, ...(limits === undefined ? {} : { limits }), signal: away.signal })
  // Both reject where a policy faults: whoever waited for one first would leave the other's rejection to nobody.
  const [events, { outcome, usage }] = await Promise.all([eventsOf(run.events, away), run.result])
  const ended = executionOutcome(outcome)
  const verdict = await scoreOutcome(scorer, task, ended)
  return {
    execution: place.execution,
    seed,
    outcome: ended,
    score: verdict.kind === 'scored' ? verdict.score : null,
    ...(verdict.kind === 'failed' ? { scorerFailure: verdict.reason } : {}),
    requests: usage.requests,
    ...(usage.cost === undefined ? {} : { price: rounded(usage.cost) }),
    calls: callRecords(events, { ...place, task: task.id }),
    trace: request.traced ? traceOf(events) : null,
    exchanges: request.recorded ? runExchanges(events) : null,
  }
}

/** Replies come in any order, and a sum in another order differs in its last bits: what is learned from must not. */
const rounded = (price: number): number => Number(price.toPrecision(12))

async function eventsOf(run: AsyncIterable<RunEvent>, away: AbortController): Promise<readonly RunEvent[]> {
  const events: RunEvent[] = []
  for await (const event of run) {
    events.push(event)
    const outage = outageIn(event)
    if (outage !== null) away.abort(outage)
  }
  return events
}

/** One record per reply that a policy drew. */
function callRecords(events: readonly RunEvent[], place: Omit<CallPlace, 'node' | 'attempt' | 'turn'>): readonly CallRecord[] {
  const started = new Map<string, Extract<RunEvent, { kind: 'request_started' }>['request']>()
  const records: CallRecord[] = []
  for (const event of events) {
    if (event.kind === 'request_started') started.set(exchangePlace(event.request), event.request)
    if (event.kind !== 'request_finished' || event.outcome.kind !== 'reply') continue
    const request = started.get(exchangePlace(event))
    const record = event.outcome.reply.record
    if (request === undefined || !isSampledRecord(record)) continue
    records.push({
      ...place,
      node: event.node,
      attempt: event.attempt,
      turn: event.turn,
      agent: request.agent.name,
      policy: record.policy,
      version: record.version,
      promptTokens: record.promptTokens,
      tokens: record.tokens,
      logProbabilities: record.logProbabilities,
      masks: record.masks,
      advantages: null,
      sampling: {
        temperature: record.temperature,
        topP: null,
        maximumTokens: request.sampling.maximumTokens,
        seed: request.sampling.seed,
      },
      truncated: record.truncated,
      provenance: record.provenance,
    })
  }
  return records
}
