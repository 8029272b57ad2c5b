import { noUsage, runWorkflow } from '../../runtime/index.ts'
import type { AnswerCall } from '../../runtime/index.ts'
import type { Journal } from '../../runtime/journal/index.ts'
import { redactValue, shareRequests } from '../../runtime/model/index.ts'
import type { SharedByRun } from '../../runtime/model/index.ts'
import { cancelledOutcome, shownOutcome } from './finished-run.ts'
import type { FinishedRun } from './finished-run.ts'
import type { SpanExport } from './export-spans.ts'
import type { PreparedRuns } from './prepare-runs.ts'
import { retryPolicyOf } from './retry-policy-of.ts'
import type { PlannedRun } from './task-inputs.ts'
import type { TraceFile } from './trace-file.ts'
import { watchReplayed, watchReplies } from './watch-replies.ts'
import type { RepliesSeen } from './watch-replies.ts'

export interface MakeRunsOptions {
  readonly signal: AbortSignal
  readonly trace: TraceFile | null
  /** Where the events go as spans. */
  readonly spans?: SpanExport | null
  /** Keeps the runs, each under its task; `null` where nothing is kept. */
  readonly journal?: Journal | null
  /** Answers calls of the run of a task that wait for a person; `null` where nobody can. */
  readonly answer?: ((task: string | null) => AnswerCall) | null
  /** Hears what a reply notes of how it came about, each time. */
  readonly onNote: (slot: string, note: string) => void
}

/**
 * Makes the runs, several at a time, under one limit of requests. A failed run does not touch the others. Answers in the
 * order of the plan; after the signal, what had not finished counts as cancelled.
 */
export async function makeRuns(
  prepared: PreparedRuns,
  options: MakeRunsOptions & { readonly onFinished: (run: FinishedRun) => void },
): Promise<readonly FinishedRun[]> {
  const { graph, runs, limits } = prepared
  const shareForRun = shareRequests(limits.concurrency)
  const finished = new Map<PlannedRun, FinishedRun>()
  const waiting = [...runs]
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined && !options.signal.aborted; next = waiting.shift()) {
      const run = await makeRun(next, prepared, shareForRun(), options)
      finished.set(next, run)
      options.onFinished(run)
    }
  }
  await Promise.all(Array.from({ length: Math.min(runs.length, limits.concurrency) }, work))
  return runs.map((run) => finished.get(run) ?? { task: run.task, outcome: cancelledOutcome(graph.workflow), usage: noUsage, truncated: [] })
}

async function makeRun(
  { task, inputs }: PlannedRun,
  { graph, models, tools, secrets, seed, limits }: PreparedRuns,
  share: SharedByRun,
  { signal, trace, spans, journal = null, answer = null, onNote }: MakeRunsOptions,
): Promise<FinishedRun> {
  const seen: RepliesSeen = { truncated: new Set() }
  const record = spans?.recorderFor(task)
  const isRead = trace !== null || record !== undefined || journal !== null
  const run = runWorkflow({
    graph,
    inputs,
    models: new Map([...models].map(([slot, model]) => [slot, watchReplies(share(model.clientFor(task)), slot, seen, onNote)])),
    tools,
    seed,
    limits: { concurrentRequests: limits.concurrency, retries: retryPolicyOf(limits) },
    events: isRead ? 'streamed' : 'none',
    signal,
    ...(journal === null ? {} : { journal: journal.run(task) }),
    ...(answer === null ? {} : { answer: answer(task) }),
  })
  if (isRead) {
    const replayed = watchReplayed(seen)
    for await (const event of run.events) {
      replayed(event)
      trace?.append({ task, ...event })
      record?.(event)
    }
  }
  const { outcome, usage } = await run.result
  // What a call asks for is shown to a person, and may quote a key.
  const told = outcome.kind === 'suspended' ? (redactValue(outcome, secrets) as typeof outcome) : outcome
  return { task, outcome: shownOutcome(told, graph.workflow), usage, truncated: [...seen.truncated].sort() }
}
