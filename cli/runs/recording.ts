import { recordedRun } from '../../runtime/index.ts'
import type { RunEvent } from '../../runtime/index.ts'
import { openJournal } from '../../runtime/journal/index.ts'
import type { ExecutionSummary, Journal } from '../../runtime/journal/index.ts'
import type { TraceLine } from '../../runtime/model/index.ts'
import { runIdProblem, journalFile } from './run-place.ts'
import { unknownRun } from './open-kept-run.ts'
import type { RunName } from './open-kept-run.ts'
import { readKeptRun } from './read-kept-run.ts'
import { graphOf } from './read-run-plan.ts'
import type { RunPlan } from './run-plan.ts'

/** What is kept of a run, as the lines of a trace. */
export interface Recording extends Disposable {
  /** How many runs of the workflow there are in it. */
  readonly runs: number
  /** Throws {@link UntellableRun} where the journal cannot be repeated. */
  lines(): AsyncIterable<TraceLine>
}

/** The journal holds something else than this program makes of it: what has been told so far is right, the rest is unknown. */
export class UntellableRun extends Error {}

export type OpenRecording =
  { readonly kind: 'ok'; readonly recording: Recording } | { readonly kind: 'error'; readonly message: string }

/** Opens what is kept of a run; the run itself is not touched. */
export function openRecording(name: RunName): OpenRecording {
  const invalid = runIdProblem(name.id)
  if (invalid !== null) return { kind: 'error', message: invalid }
  const opened = openJournal(journalFile(name.folder, name.id), { mode: 'read' })
  if (opened.kind === 'error') {
    return { kind: 'error', message: opened.problem.kind === 'missing' ? unknownRun(name) : opened.problem.message }
  }
  const { journal } = opened
  const read = readKeptRun(journal)
  if (read.kind === 'error' || read.kept === null) {
    journal.close()
    return { kind: 'error', message: read.kind === 'error' ? read.message : unknownRun(name) }
  }
  const { plan, executions } = read.kept
  return {
    kind: 'ok',
    recording: {
      runs: executions.length,
      lines: () => linesOf(journal, plan, executions),
      [Symbol.dispose]: () => {
        journal.close()
      },
    },
  }
}

async function* linesOf(journal: Journal, plan: RunPlan, executions: readonly ExecutionSummary[]): AsyncGenerator<TraceLine> {
  const { workflow, seed, models } = plan.header
  yield { kind: 'trace', version: 1, file: graphOf(plan.header).file, workflow, seed, models }
  for (const { task, header } of executions) {
    for await (const event of recordedRun(journal.run(task), header).events) {
      const problem = journalProblemOf(event)
      if (problem !== null) throw new UntellableRun(problem)
      yield { task, ...event }
    }
  }
  yield { kind: 'trace_end', runs: executions.length }
}

/** Why repeating a journal came to its end; `null` for what happened in the run itself, whose end is never of this kind. */
function journalProblemOf(event: RunEvent): string | null {
  if (event.kind !== 'run_finished' || event.outcome.kind !== 'failed') return null
  return event.outcome.code.startsWith('journal_') ? event.outcome.message : null
}
