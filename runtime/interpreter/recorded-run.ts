import type { Graph } from '../../compiler/index.ts'
import type { ExecutionHeader } from '../journal/execution-header.ts'
import type { JournalOfRun } from '../journal/journal.ts'
import type { ModelClient } from '../model/model-client.ts'
import type { ToolImplementation } from '../tools/tool-implementation.ts'
import { runWorkflow } from './run-workflow.ts'
import type { WorkflowRun } from './run-options.ts'

/**
 * Repeats what a journal that was opened to be read holds of a run, and calls nothing. Where the run has not ended, the events
 * end without `run_finished`, and the result is `cancelled`.
 */
export function recordedRun(
  journal: JournalOfRun,
  { graph, inputs, seed, models, tools, retries }: ExecutionHeader,
): WorkflowRun {
  const never = (): Promise<never> => Promise.reject(new Error('a journal that is only read makes no calls'))
  const client = (description: string): ModelClient => ({ description, complete: never })
  const tool = (description: string): ToolImplementation => ({ ...(description === '' ? {} : { description }), call: never })
  return runWorkflow({
    graph: JSON.parse(graph) as Graph,
    inputs,
    seed,
    models: new Map(Object.entries(models).map(([slot, description]) => [slot, client(description)])),
    tools: new Map(Object.entries(tools).map(([from, description]) => [from, tool(description)])),
    limits: { retries },
    journal,
  })
}
