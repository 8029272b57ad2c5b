import type { Bounds, Graph } from '../../compiler/index.ts'
import { placeholderValue, runWorkflow } from '../../runtime/index.ts'
import type { ModelClient, ModelRequest, RunOutcome, ToolImplementation } from '../../runtime/index.ts'
import type { PlannedRun } from './task-inputs.ts'

/** What a run would ask, as far as that can be known without asking. */
export interface DryRun {
  readonly task: string | null
  readonly bounds: Bounds
  /** In the order in which they were made. Replies stand as `‹node›` in later ones. */
  readonly requests: readonly DryRequest[]
  /** How the walk ended: it may fail where a placeholder does, as in an `assert`. */
  readonly outcome: RunOutcome
}

export interface DryRequest {
  readonly node: string
  readonly slot: string
  readonly messages: ModelRequest['messages']
  /** The JSON Schema that the result is asked for with; `null` for a text. */
  readonly schema: unknown
}

/**
 * Walks through a run with placeholders for what models and tools answer: no model is asked, no tool is called. One
 * way through the workflow is shown; another reply may take another one.
 */
export async function dryRun(graph: Graph, first: PlannedRun): Promise<DryRun> {
  const requests: DryRequest[] = []
  const slots = [...new Set(Object.values(graph.agents).map((agent) => agent.model))]
  const models = new Map(slots.map((slot) => [slot, recording(slot, requests)]))
  const tools = placeholderTools(graph)
  const { outcome } = await runWorkflow({ graph, inputs: first.inputs, models, tools, seed: 0, events: 'none' }).result
  return { task: first.task, bounds: graph.bounds, requests, outcome }
}

const recording = (slot: string, requests: DryRequest[]): ModelClient => ({
  description: 'nobody',
  complete: (request) => {
    const { node, messages, output } = request
    requests.push({ node, slot, messages, schema: output.kind === 'json' ? output.schema : null })
    const value = placeholderValue(request.agent.result, `‹${node}›`)
    const wrapped = output.kind === 'json' && output.wrapped ? { value } : value
    const content = output.kind === 'json' ? JSON.stringify(wrapped) : String(value)
    const usage = { promptTokens: 0, completionTokens: 0 }
    return Promise.resolve({ kind: 'reply', reply: { content, toolCalls: [], finish: 'stop', usage } })
  },
})

const placeholderTools = (graph: Graph): ReadonlyMap<string, ToolImplementation> =>
  new Map(
    Object.values(graph.tools).map(({ from, name, result }) => [
      from,
      { call: () => Promise.resolve({ kind: 'ok', value: placeholderValue(result, `‹${name}›`) }) },
    ]),
  )
