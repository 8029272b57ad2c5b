import type { BudgetScope, GraphParameter } from '../../compiler/index.ts'
import type { CallContext } from '../agent/call-context.ts'
import type { Definitions } from '../agent/definitions.ts'
import { Permits } from '../clock/permits.ts'
import { systemClock } from '../clock/system-clock.ts'
import { EventLog } from '../events/event-log.ts'
import type { RunEventContent, RunOutcome } from '../events/run-event.ts'
import { UsageMeter } from '../events/usage.ts'
import { requestVia } from '../model/request-model.ts'
import { defaultRetryPolicy } from '../model/retry.ts'
import { Failure } from '../values/failure.ts'
import type { RecordValue } from '../values/record.ts'
import { cancelAll } from './activity.ts'
import type { Activity } from './activity.ts'
import { checkBindings } from './check-bindings.ts'
import type { Finish, Outcome } from './outcome.ts'
import { readInputs } from './read-inputs.ts'
import type { RunServices } from './run.ts'
import type { RunResult, RunSettings, WorkflowRun } from './run-options.ts'
import { TaskQueue } from './task-queue.ts'

const defaultConcurrentRequests = 64

/** A workflow with a body that can be started: a graph's blocks, or the function of an emitted module. */
export interface RunnableWorkflow extends Definitions {
  readonly workflow: string
  /** The script it comes from. */
  readonly file: string
  readonly parameters: readonly Pick<GraphParameter, 'name' | 'type'>[]
  /** Begins the body, in a task of its own; `finish` is told once what it came to. */
  readonly start: (services: RunServices, inputs: RecordValue, finish: Finish) => Activity
}

/** Runs a workflow's body with everything that a run has around it. It starts at once; everything that goes wrong is in the result. */
export function runBody(
  workflow: RunnableWorkflow,
  given: { readonly [name: string]: unknown },
  settings: RunSettings,
): WorkflowRun {
  const { seed, models, tools = new Map(), limits = {}, signal, clock = systemClock } = settings
  const started = clock.now()
  const events = new EventLog(clock)
  const usage = new UsageMeter()
  const { promise, resolve, reject } = Promise.withResolvers<RunResult>()
  const emit = (event: RunEventContent): void => {
    events.append(event)
  }
  const end = (outcome: RunOutcome): void => {
    signal?.removeEventListener('abort', cancel)
    const total = usage.total(clock.now() - started)
    emit({ kind: 'run_finished', outcome, usage: total })
    events.close()
    resolve({ outcome, usage: total })
  }

  let root: Activity | null = null
  /** Why the run ends before its body does. */
  let halted: RunOutcome | null = null
  const halt = (outcome: RunOutcome): void => {
    if (halted !== null) return
    halted = outcome
    if (root !== null) cancelAll([root])
  }
  const crash = (error: unknown): void => {
    const bug = error instanceof Error ? error : new Error(String(error))
    queue.close()
    if (root !== null) cancelAll([root])
    events.close(bug)
    reject(bug)
  }
  const cancel = (): void => {
    halt({ kind: 'cancelled' })
  }
  const queue = new TaskQueue(crash)
  const permits = new Permits(Math.max(1, limits.concurrentRequests ?? defaultConcurrentRequests))
  const requestModel = requestVia({ models, retries: limits.retries ?? defaultRetryPolicy, permits, clock, usage, emit })
  const calls: CallContext = { definitions: workflow, seed, clock, tools, usage, emit, requestModel }
  const exceedBudget = (scope: BudgetScope, reason: 'tokens' | 'seconds'): void => {
    halt(budgetStop(scope, reason))
  }

  const begin = (inputs: RecordValue): void => {
    root = workflow.start({ calls, queue, exceedBudget, crash }, inputs, (outcome) => {
      end(halted ?? runOutcome(outcome))
    })
    if (signal?.aborted) cancel()
    else signal?.addEventListener('abort', cancel, { once: true })
  }

  const inputs = readInputs(workflow, given)
  const { workflow: name, file } = workflow
  emit({ kind: 'run_started', workflow: name, file, seed, inputs: inputs instanceof Failure ? {} : inputs })
  const problem = inputs instanceof Failure ? inputs : checkBindings(workflow, models, tools)
  if (problem !== null) end({ kind: 'failed', node: name, code: problem.code, message: problem.message })
  else if (!(inputs instanceof Failure)) begin(inputs)
  return { events, result: promise }
}

function runOutcome(outcome: Outcome): RunOutcome {
  switch (outcome.kind) {
    case 'ok':
      return { kind: 'ok', value: outcome.values[0] ?? null }
    case 'failed':
      return { kind: 'failed', ...outcome.failure }
    case 'stopped':
      throw new Error('a stop stands in a loop')
    case 'aborted':
      return { kind: 'cancelled' }
  }
}

const budgetStop = (scope: BudgetScope, reason: 'tokens' | 'seconds'): RunOutcome => ({
  kind: 'stopped',
  workflow: scope.workflow,
  path: scope.path,
  reason,
  message: `The budget of ${scope.workflow} is spent: ${scope[reason] ?? 0} ${reason}.`,
})
