import type { Graph, Value } from '../../../../compiler/graph/index.ts'
import { runWorkflow } from '../../../../runtime/index.ts'
import type { ModelRequest, RunEvent, RunOutcome, ToolImplementation } from '../../../../runtime/index.ts'
import { discardedCalls } from '../../../../trainer/credit/index.ts'
import { traceOf } from '../../../../trainer/training/trace-of.ts'
import { mockModel } from '../../../runtime/mock-model.ts'
import type { Answer } from '../../../runtime/mock-model.ts'

export interface Ran {
  readonly outcome: RunOutcome
  readonly requests: number
  readonly events: readonly RunEvent[]
  /** The agent calls that were discarded, in alphabetical order. */
  readonly discarded: readonly string[]
}

/** Runs a graph with answers by node instance, and says which calls it discarded. */
export async function runGraph(
  graph: Graph,
  inputs: { readonly [name: string]: Value },
  answer: (node: string, request: ModelRequest) => Answer,
  tools: ReadonlyMap<string, ToolImplementation> = new Map(),
): Promise<Ran> {
  const client = mockModel((request) => answer(request.node, request))
  const models = new Map(Object.values(graph.agents).map((agent) => [agent.model, client]))
  const run = runWorkflow({ graph, inputs, models, tools, seed: 1 })
  const events: RunEvent[] = []
  for await (const event of run.events) events.push(event)
  const { outcome, usage } = await run.result
  return { outcome, requests: usage.requests, events, discarded: [...discardedCalls(graph, traceOf(events))].sort() }
}
