import type { Value } from '../../compiler/index.ts'
import { exchangePlace, replayInPart, stableHash } from '../../runtime/index.ts'
import type { ModelClient, ModelRequest, ReplayAnswer, RunExchanges, RunLimits } from '../../runtime/index.ts'
import { interventionName } from '../credit/index.ts'
import type { ExecutionReplay, Intervention } from '../credit/index.ts'
import type { Execution } from '../rollout/index.ts'
import type { Scorer } from '../scorers/index.ts'
import { defaultReply } from './default-reply.ts'
import { runExecution } from './run-execution.ts'

export interface ReplayParts {
  readonly client: ModelClient
  /** How the client is asked; the runtime's own where they are left out. */
  readonly limits?: RunLimits
  /** Ends this replay, and all that share it, as soon as a model is found to be away; the reason is a `ModelOutage`. */
  readonly away?: AbortController
  readonly scorer: Scorer
  /** By agent: what an absent one gives; see `defaultReply`. */
  readonly defaultReplies: Readonly<Record<string, Value>>
}

export interface ReplayedExecution {
  /** Its requests are those that it stands for: recorded replies count as they did. */
  readonly execution: Execution
  /** Model requests that were made now. */
  readonly requests: number
}

/**
 * Runs a recorded execution again with an intervention: calls that have the request they had take their reply from the record,
 * all others reach the model. Equal replays draw the same. Throws a RangeError for an execution that was not recorded, and a
 * `ModelOutage` where a model is away.
 */
export async function replayExecution(replay: ExecutionReplay, parts: ReplayParts): Promise<ReplayedExecution> {
  const { task, design, execution, intervention, draw } = replay
  const { exchanges, seed } = execution
  if (design.compiled.kind === 'rejected' || exchanges === null) {
    throw new RangeError('only an execution that was recorded can be replayed')
  }
  const { limits, away = new AbortController() } = parts
  const { client, asked } = replayInPart({
    exchanges,
    client: parts.client,
    answer: answersOf(intervention, execution, exchanges, parts.defaultReplies),
    seedOf: ({ node, attempt, turn }) => stableHash('replay', seed, interventionName(intervention), draw, node, attempt, turn),
  })
  const replayed = await runExecution({
    task,
    graph: design.compiled.graph,
    client,
    ...(limits === undefined ? {} : { limits }),
    away,
    seed,
    scorer: parts.scorer,
    place: { run: 'replay', step: 0, design: design.design, execution: execution.execution },
    traced: false,
    recorded: true,
  })
  away.signal.throwIfAborted()
  const requests = [...asked].reduce((sum, place) => sum + (replayed.exchanges?.get(place)?.requests ?? 0), 0)
  return { execution: replayed, requests }
}

function answersOf(
  intervention: Intervention,
  { calls }: Execution,
  exchanges: RunExchanges,
  defaultReplies: ReplayParts['defaultReplies'],
): (request: ModelRequest) => ReplayAnswer {
  const placeOfCall = (call: number): string => {
    const record = calls[call]
    if (record === undefined) throw new RangeError(`the execution has no call ${call}`)
    return exchangePlace(record)
  }
  switch (intervention.kind) {
    case 'resample': {
      const resampled = placeOfCall(intervention.call)
      return (request) => (exchangePlace(request) === resampled ? { kind: 'afresh' } : { kind: 'recorded' })
    }
    case 'continue': {
      const kept = intervention.after === 0 ? new Set<string>() : endedBy(placeOfCall(intervention.after - 1), exchanges)
      return (request) => ({ kind: kept.has(exchangePlace(request)) ? 'recorded' : 'afresh' })
    }
    case 'coalition': {
      const present = new Set([...intervention.nodes, ...withoutRows(calls, exchanges)])
      return (request) =>
        present.has(request.node) ? { kind: 'recorded' } : { kind: 'given', value: defaultReply(request, defaultReplies) }
    }
  }
}

/** The places of the exchanges that had ended when this one did, its own among them. */
function endedBy(place: string, exchanges: RunExchanges): ReadonlySet<string> {
  const places = [...exchanges.keys()]
  return new Set(places.slice(0, places.indexOf(place) + 1))
}

/** Nodes whose requests came to no row, so that no advantage is due to them: they are no players, and stay as they were. */
function withoutRows(calls: Execution['calls'], exchanges: RunExchanges): ReadonlySet<string> {
  const nodes = new Set([...exchanges.values()].map(({ request }) => request.node))
  for (const { node } of calls) nodes.delete(node)
  return nodes
}
