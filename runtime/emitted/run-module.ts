import type { RunOutcome } from '../events/run-event.ts'
import type { Usage } from '../events/usage.ts'
import { one } from '../interpreter/outcome.ts'
import type { Outcome } from '../interpreter/outcome.ts'
import { runBody } from '../interpreter/run-body.ts'
import type { RunSettings, WorkflowRun } from '../interpreter/run-options.ts'
import { Block } from './block.ts'
import { definitionTable, fieldsOf } from './definition.ts'
import type { Callable, FieldTypes } from './definition.ts'
import type { Ending } from './ending.ts'
import { StepRunner } from './step-runner.ts'
import { Steps } from './steps.ts'

/** How a run of a module's workflow ended: as a run of its graph, with the result's own type. */
export interface ModuleResult<Result> {
  readonly outcome: { readonly kind: 'ok'; readonly value: Result } | Exclude<RunOutcome, { kind: 'ok' }>
  readonly usage: Usage
}

/** What a module says of a workflow besides its code. */
export interface ModuleWorkflow {
  readonly workflow: string
  /** The script that it was compiled from. */
  readonly file: string
  readonly parameters: FieldTypes
  /** The agents and tools that it calls. */
  readonly calls: readonly Callable[]
  readonly budget?: { readonly tokens?: number; readonly seconds?: number }
}

/** What a module's workflow is run with: models, tools, seed and limits, and who listens to its events. */
export interface ModuleSettings extends RunSettings {
  readonly onEvents?: (events: WorkflowRun['events']) => void
}

/** Runs a workflow of an emitted module. Rejects for nothing that a script, a model or a tool does. */
export async function runModule<Inputs extends object, Result>(
  { workflow, file, parameters, calls, budget }: ModuleWorkflow,
  inputs: Inputs,
  { onEvents, ...settings }: ModuleSettings,
  code: (steps: Steps, inputs: Inputs) => Promise<Result>,
): Promise<ModuleResult<Result>> {
  const table = definitionTable(calls)
  const body = {
    workflow,
    file,
    parameters: fieldsOf(parameters).fields,
    agents: table.agents,
    tools: table.tools,
    start: (services, read, finish) => {
      const block = new Block({ services, indices: [] }, workflow)
      const scope = { path: workflow, workflow, tokens: budget?.tokens ?? null, seconds: budget?.seconds ?? null }
      const runner = new StepRunner(block, table, [block.openAccount(scope)])
      services.queue.add(() => {
        // The inputs were validated against the parameters, whose types those of the module are made from.
        block.run(() => code(new Steps(runner), read as Inputs)).then((ending) => {
          finish(outcomeOf(ending))
        }, services.crash)
      })
      return block
    },
  } satisfies Parameters<typeof runBody>[0]
  const run = runBody(body, Object.fromEntries(Object.entries(inputs)), settings)
  onEvents?.(run.events)
  const { outcome, usage } = await run.result
  // A value is what the code returned.
  return { outcome: outcome as ModuleResult<Result>['outcome'], usage }
}

function outcomeOf(ending: Ending<unknown>): Outcome {
  switch (ending.kind) {
    case 'ok':
      return one(ending.value as Parameters<typeof one>[0])
    case 'failed':
      return { kind: 'failed', failure: ending.failure }
    case 'aborted':
      return ending
  }
}
