import type { BudgetScope } from '../../compiler/index.ts'
import type { CallContext } from '../agent/call-context.ts'
import { Permits } from '../clock/permits.ts'
import { systemClock } from '../clock/system-clock.ts'
import { EventLog } from '../events/event-log.ts'
import type { RunEventContent, RunOutcome } from '../events/run-event.ts'
import { UsageMeter } from '../events/usage.ts'
import { requestVia } from '../model/request-model.ts'
import { defaultRetryPolicy } from '../model/retry.ts'
import { Failure } from '../values/failure.ts'
import type { RecordValue } from '../values/record.ts'
import { fieldOf } from '../values/record.ts'
import { Scope } from '../values/scope.ts'
import { cancelAll } from './activity.ts'
import { BlockRun } from './block-run.ts'
import { checkBindings } from './check-bindings.ts'
import type { Outcome } from './outcome.ts'
import { planOf } from './plan.ts'
import { readInputs } from './read-inputs.ts'
import type { Run } from './run.ts'
import type { RunOptions, RunResult, WorkflowRun } from './run-options.ts'
import { TaskQueue } from './task-queue.ts'

const defaultConcurrentRequests = 64

/** Runs a compiled workflow. It starts at once; everything that goes wrong is in the result. */
export function runWorkflow(options: RunOptions): WorkflowRun {
  const { graph, seed, models, tools = new Map(), limits = {}, signal, clock = systemClock } = options
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

  let root: BlockRun | null = null
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
  const calls: CallContext = { graph, seed, clock, tools, usage, emit, requestModel }
  const exceedBudget = (scope: BudgetScope, reason: 'tokens' | 'seconds'): void => {
    halt(budgetStop(scope, reason))
  }
  const run: Run = { graph, calls, queue, exceedBudget, crash }

  const begin = (inputs: RecordValue): void => {
    const scope = new Scope()
    for (const { name, value } of graph.parameters) scope.set(value, fieldOf(inputs, name))
    const frame = { scope, indices: [], accounts: new Map() }
    const body = new BlockRun(run, planOf(graph), frame, graph.workflow, (outcome) => {
      end(halted ?? runOutcome(outcome))
    })
    root = body
    queue.add(() => {
      body.start()
    })
    if (signal?.aborted) cancel()
    else signal?.addEventListener('abort', cancel, { once: true })
  }

  const inputs = readInputs(graph, options.inputs)
  emit({ kind: 'run_started', workflow: graph.workflow, file: graph.file, seed, inputs: inputs instanceof Failure ? {} : inputs })
  const problem = inputs instanceof Failure ? inputs : checkBindings(graph, models, tools)
  if (problem !== null) end({ kind: 'failed', node: graph.workflow, code: problem.code, message: problem.message })
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
