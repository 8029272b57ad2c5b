import { fieldOf } from '../values/record.ts'
import { Scope } from '../values/scope.ts'
import { BlockRun } from './block-run.ts'
import { keeperOf } from './keeper.ts'
import { planOf } from './plan.ts'
import { runBody } from './run-body.ts'
import type { RunnableWorkflow } from './run-body.ts'
import type { RunOptions, WorkflowRun } from './run-options.ts'

/** Runs a compiled workflow. It starts at once; everything that goes wrong is in the result. */
export function runWorkflow({ graph, inputs, journal, ...settings }: RunOptions): WorkflowRun {
  const start: RunnableWorkflow['start'] = (services, read, finish) => {
    const scope = new Scope()
    for (const { name, value } of graph.parameters) scope.set(value, fieldOf(read, name))
    const frame = { scope, indices: [], accounts: new Map() }
    const body = new BlockRun({ ...services, graph }, planOf(graph), frame, graph.workflow, finish)
    services.queue.add(() => {
      body.start()
    })
    return body
  }
  const { workflow, file, parameters, agents, tools } = graph
  const keeper = journal === undefined ? null : keeperOf(journal, graph, settings)
  return runBody({ workflow, file, parameters, agents, tools, start }, inputs, settings, keeper)
}
