import type { BudgetScope, GraphParameter } from '../../compiler/index.ts'
import type { CallContext } from '../agent/call-context.ts'
import type { Definitions } from '../agent/definitions.ts'
import { Permits } from '../clock/permits.ts'
import { systemClock } from '../clock/system-clock.ts'
import { openEvents } from '../events/open-events.ts'
import type { RunEventContent, RunOutcome } from '../events/run-event.ts'
import { UsageMeter } from '../events/usage.ts'
import type { AwaitedCall } from '../suspension/awaited-call.ts'
import { OpenQuestions } from '../suspension/open-questions.ts'
import { PatientIntake } from '../suspension/patient-intake.ts'
import { directIntake } from '../journal/intake.ts'
import { JournaledIntake } from '../journal/journaled-intake.ts'
import { pacedIntake } from '../journal/paced-intake.ts'
import { requestVia } from '../model/request-model.ts'
import { defaultRetryPolicy } from '../model/retry.ts'
import { Failure } from '../values/failure.ts'
import type { RecordValue } from '../values/record.ts'
import { cancelAll } from './activity.ts'
import type { Activity } from './activity.ts'
import { journalFailure, keepEnd } from './keep-end.ts'
import type { Keeper } from './keeper.ts'
import type { Finish, Outcome } from './outcome.ts'
import { readyRun } from './ready-run.ts'
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

/**
 * Runs a workflow's body with everything that a run has around it. It starts at once; everything that goes wrong is in the
 * result. `keeper` keeps what comes into the run, and gives again what it has kept.
 */
export function runBody(
  workflow: RunnableWorkflow,
  given: { readonly [name: string]: unknown },
  settings: RunSettings,
  keeper: Keeper | null = null,
): WorkflowRun {
  const { seed, models, tools = new Map(), limits = {}, events: retention = 'kept', answer, signal, clock = systemClock } = settings
  const { workflow: name, file } = workflow
  const ready = readyRun(workflow, given, settings, keeper, clock.now())
  const kept = ready instanceof Failure ? null : ready.kept
  const usage = new UsageMeter()
  const { promise, resolve, reject } = Promise.withResolvers<RunResult>()
  const finish = (result: RunResult): void => {
    emit({ kind: 'run_finished', ...result })
    events.close()
    resolve(result)
  }
  const end = (outcome: RunOutcome): void => {
    signal?.removeEventListener('abort', cancel)
    kept?.execution.release()
    const total = usage.total(intake.elapsed())
    if (kept === null || isCutShort) finish({ outcome, usage: total })
    else finish(keepEnd(kept.execution, { outcome, usage: total, time: intake.now() }, name))
  }

  let root: Activity | null = null
  /** Why the run ends before its body does. */
  let halted: RunOutcome | null = null
  /** The run is not finished, and its journal says nothing of this end. */
  let isCutShort = false
  const halt = (outcome: RunOutcome): void => {
    if (halted !== null) return
    halted = outcome
    if (root !== null) cancelAll([root])
  }
  const cutShort = (outcome: RunOutcome): void => {
    isCutShort = true
    intake.detach()
    halt(outcome)
  }
  const crash = (error: unknown): void => {
    const bug = error instanceof Error ? error : new Error(String(error))
    queue.close()
    intake.detach()
    kept?.execution.release()
    if (root !== null) cancelAll([root])
    events.close(bug)
    reject(bug)
  }
  const cancel = (): void => {
    cutShort({ kind: 'cancelled' })
  }
  /** Only calls that wait for a person are left: nothing of the run ends, and its journal goes on with it. */
  const suspend = (awaited: readonly AwaitedCall[]): void => {
    signal?.removeEventListener('abort', cancel)
    queue.close()
    intake.detach()
    kept?.execution.release()
    finish({ outcome: { kind: 'suspended', awaited }, usage: usage.total(intake.elapsed()) })
  }
  const onRest = (waiting: number): void => {
    const { unanswered } = questions
    const [first] = unanswered
    // Another one may be being answered.
    if (first === undefined || unanswered.length < waiting || halted !== null) return
    if (kept === null) halt(unansweredFailure(first))
    else suspend(unanswered)
  }
  const queue = new TaskQueue(crash)
  const inner =
    kept === null
      ? directIntake(clock)
      : new JournaledIntake({
          ...kept,
          clock,
          isIdle: () => queue.isIdle,
          onProblem: (problem) => {
            cutShort({ kind: 'failed', node: name, ...journalFailure(problem) })
          },
          onOver: () => {
            queue.close()
            kept.execution.release()
            events.close()
            resolve({ outcome: { kind: 'cancelled' }, usage: usage.total(intake.elapsed()) })
          },
        })
  const intake = new PatientIntake(inner, { isIdle: () => queue.isIdle, onRest })
  const questions = new OpenQuestions(answer, () => {
    intake.look()
  })
  const events = openEvents(retention, intake)
  const emit = (event: RunEventContent): void => {
    events.append(event)
  }
  const paced = events.room === null ? intake : pacedIntake(intake, events.room)
  const permits = new Permits(Math.max(1, limits.concurrentRequests ?? defaultConcurrentRequests))
  const requestModel = requestVia({ models, retries: limits.retries ?? defaultRetryPolicy, permits, clock, intake: paced, usage, emit })
  const ask: CallContext['ask'] = (call, aborted) => questions.ask(call, aborted)
  const calls: CallContext = { definitions: workflow, seed, intake: paced, tools, usage, emit, ask, requestModel }
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

  emit({ kind: 'run_started', workflow: name, file, seed, inputs: ready instanceof Failure ? {} : ready.inputs })
  if (ready instanceof Failure) end({ kind: 'failed', node: name, code: ready.code, message: ready.message })
  else begin(ready.inputs)
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

const unansweredFailure = ({ node, tool, question }: AwaitedCall): RunOutcome => ({
  kind: 'failed',
  node,
  code: 'unanswered',
  message: `${tool} waits for a person (${JSON.stringify(question)}), and the run is kept in no journal until one answers.`,
})

const budgetStop = (scope: BudgetScope, reason: 'tokens' | 'seconds'): RunOutcome => ({
  kind: 'stopped',
  workflow: scope.workflow,
  path: scope.path,
  reason,
  message: `The budget of ${scope.workflow} is spent: ${scope[reason] ?? 0} ${reason}.`,
})
