import type { Graph, Value } from '../../../compiler/index.ts'
import type { RunEvent } from '../../../runtime/events/run-event.ts'
import { runWorkflow } from '../../../runtime/interpreter/run-workflow.ts'
import type { RunOptions, RunSettings, WorkflowRun } from '../../../runtime/interpreter/run-options.ts'
import type { ModelOutcome } from '../../../runtime/model/model-client.ts'
import type { ToolImplementation } from '../../../runtime/tools/tool-implementation.ts'
import { manualClock } from '../manual-clock.ts'
import type { ManualClock } from '../manual-clock.ts'
import { failure, given, mockModel, reply } from '../mock-model.ts'

/** A run whose calls wait until the test lets them go on, each under the name of its node instance. */
export function startRun(graph: Graph, inputs: RunOptions['inputs'] = {}, options: Partial<RunOptions> = {}) {
  const names = {
    slots: Object.values(graph.agents).map((agent) => agent.model),
    tools: Object.values(graph.tools).map(({ from }) => from),
  }
  return startPaced(names, (settings) => runWorkflow({ graph, inputs, ...settings, ...options }))
}

/** Starts something with models and tools that wait like that. */
export function startPaced(
  names: { readonly slots: readonly string[]; readonly tools: readonly string[] },
  start: (settings: RunSettings & { readonly clock: ManualClock }) => WorkflowRun,
) {
  const waiting = new Map<string, (outcome: ModelOutcome) => void>()
  const inputsOf = new Map<string, string>()
  const aborted: string[] = []
  const clock = manualClock()

  const wait = (node: string, input: string, signal: AbortSignal): Promise<ModelOutcome> =>
    new Promise((resolve) => {
      waiting.set(node, resolve)
      inputsOf.set(node, input)
      signal.addEventListener('abort', () => {
        if (waiting.delete(node)) aborted.push(node)
      })
    })
  const model = mockModel((request, signal) => wait(request.node, given(request), signal))
  const tool: ToolImplementation = {
    async call({ input }, { node, signal }) {
      const outcome = await wait(node, String(input), signal)
      return outcome.kind === 'reply'
        ? { kind: 'ok', value: outcome.reply.content }
        : { kind: 'failed', message: outcome.message }
    },
  }
  const tools = new Map(names.tools.map((from) => [from, tool]))
  const models = new Map(names.slots.map((slot) => [slot, model]))
  const run = start({ models, tools, seed: 1, clock })

  const answer = async (node: string, outcome: ModelOutcome): Promise<void> => {
    for (let turn = 0; turn < 1000 && !waiting.has(node); turn += 1) await settled()
    const resolve = waiting.get(node)
    if (resolve === undefined) throw new Error(`${node} is not waiting, but ${[...waiting.keys()].join(', ')}`)
    waiting.delete(node)
    resolve(outcome)
    await settled()
  }
  return {
    clock,
    /** The calls under way, by node instance, in alphabetical order. */
    async waiting(): Promise<readonly string[]> {
      await settled()
      return [...waiting.keys()].sort()
    },
    /** What the call was given. */
    inputOf: (node: string) => inputsOf.get(node),
    answer: (node: string, content = node) => answer(node, reply(content)),
    fail: (node: string) => answer(node, failure({ message: `${node} is out of order` })),
    aborted,
    result: run.result,
    outcome: async () => (await run.result).outcome,
    async events(): Promise<readonly RunEvent[]> {
      const events: RunEvent[] = []
      for await (const event of run.events) events.push(event)
      return events
    },
  }
}

/** Everything that needs no answer has happened. */
export const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** How nodes ended, by instance. */
export const endings = (events: readonly RunEvent[]): { readonly [node: string]: string } =>
  Object.fromEntries(events.flatMap((event) => (event.kind === 'node_finished' ? [[event.node, event.outcome.kind]] : [])))

/** The values of a successful run. */
export const ok = (value: Value) => ({ kind: 'ok', value })
