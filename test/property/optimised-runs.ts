import type { Graph, Value } from '../../compiler/index.ts'
import { runWorkflow } from '../../runtime/index.ts'
import type { ModelClient, RunEvent, RunOutcome, Usage } from '../../runtime/index.ts'
import { everySlot, seededModel, seededTools } from '../../testing/index.ts'
import { manualClock } from '../runtime/manual-clock.ts'

/** What was seen of a run in which every request takes one unit of time. */
export interface SeenRun {
  readonly outcome: RunOutcome
  readonly usage: Usage
  /** Requests that came one after another. */
  readonly depth: number
  /** The node instances that asked a model. */
  readonly asked: ReadonlySet<string>
  /** The name of every node instance that started. */
  readonly started: ReadonlyMap<string, string>
  /** Instances that ended in another way than with values. */
  readonly failed: ReadonlySet<string>
  readonly cutShort: boolean
  /** Calls of impure tools, in order. */
  readonly effects: readonly string[]
}

export interface World {
  readonly inputs: { readonly [name: string]: Value }
  readonly seed: number
  readonly failureRate: number
}

/** Runs a graph in a world in which calls at temperature 0 and pure tools are decided by what they are given. */
export async function seenRun(graph: Graph, { inputs, seed, failureRate }: World): Promise<SeenRun> {
  const clock = manualClock(0)
  const model = seededModel(seed, { failureRate, extremes: 0.02 })
  const slow: ModelClient = {
    description: model.description,
    complete: async (request, signal) => {
      await new Promise<void>((resolve) => {
        clock.after(1, resolve)
      })
      return model.complete(request, signal)
    },
  }
  const tools = seededTools(graph, seed, { failureRate })
  const run = runWorkflow({ graph, inputs, models: everySlot(graph, slow), tools, seed, clock, limits: { concurrentRequests: 1_000 } })
  let hasEnded = false
  const ended = run.result.finally(() => {
    hasEnded = true
  })
  while (!hasEnded) {
    await new Promise((resolve) => setImmediate(resolve))
    const [next] = clock.pending()
    if (next !== undefined) clock.advance(next)
  }
  const { outcome, usage } = await ended
  const events: RunEvent[] = []
  for await (const event of run.events) events.push(event)
  const impure = new Set(Object.values(graph.tools).flatMap(({ name, pure }) => (pure ? [] : [name])))
  const finished = events.filter((event) => event.kind === 'node_finished')
  return {
    outcome,
    usage,
    depth: clock.now(),
    asked: new Set(events.flatMap((event) => (event.kind === 'request_started' ? [event.node] : []))),
    started: new Map(events.flatMap((event) => (event.kind === 'node_started' ? [[event.node, event.name] as const] : []))),
    failed: new Set(finished.flatMap(({ node, outcome: end }) => (end.kind === 'failed' ? [node] : []))),
    cutShort: finished.some(({ outcome: end }) => end.kind === 'failed' || end.kind === 'aborted'),
    effects: events.flatMap((event) =>
      event.kind === 'tool_started' && impure.has(event.tool) ? [`${event.node} ${JSON.stringify(event.arguments)}`] : [],
    ),
  }
}
