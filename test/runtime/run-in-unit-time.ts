import type { Bounds, Graph, Value } from '../../compiler/index.ts'
import { runWorkflow } from '../../runtime/index.ts'
import type { ModelRequest, RunOutcome, ToolImplementation } from '../../runtime/index.ts'
import { everySlot } from '../../testing/index.ts'
import { manualClock } from './manual-clock.ts'
import { mockModel } from './mock-model.ts'
import type { Answer } from './mock-model.ts'

export interface UnitTimeRun {
  readonly inputs: { readonly [name: string]: Value }
  readonly answer: (request: ModelRequest) => Answer
  readonly tools: ReadonlyMap<string, ToolImplementation>
  readonly seed?: number
}

/** What was seen of a run, in the measures of its bounds. */
export interface RanInUnitTime {
  readonly outcome: RunOutcome
  readonly seen: Bounds
}

/**
 * Runs a graph where each request takes one unit of time, nothing else takes any, and as many requests as there are run at once: the
 * time at the end is the length of the longest chain of requests that waited for each other.
 */
export async function runInUnitTime(graph: Graph, { inputs, answer, tools, seed = 1 }: UnitTimeRun): Promise<RanInUnitTime> {
  const clock = manualClock(0)
  const model = mockModel(async (request) => {
    await new Promise<void>((resolve) => {
      clock.after(1, resolve)
    })
    return answer(request)
  })
  const limits = { concurrentRequests: Math.max(1, graph.bounds.calls) }
  const run = runWorkflow({ graph, inputs, models: everySlot(graph, model), tools, seed, clock, limits })
  let ended = false
  const result = run.result.finally(() => {
    ended = true
  })
  while (!ended) {
    await new Promise((resolve) => setImmediate(resolve))
    const [next] = clock.pending()
    if (next !== undefined) clock.advance(next)
  }
  const { outcome, usage } = await result
  const seen = { calls: usage.requests, tool_calls: usage.tool_calls, tokens: usage.completion_tokens, depth: clock.now() }
  return { outcome, seen }
}
