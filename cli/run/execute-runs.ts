import { resolve } from 'node:path'
import type { OptimisedGraph } from '../../compiler/index.ts'
import type { Journal } from '../../runtime/journal/index.ts'
import { askPerson } from '../approval/ask-person.ts'
import { complain } from '../complain.ts'
import { EXIT } from '../exit-code.ts'
import type { ExitCode } from '../exit-code.ts'
import { writeWholeFile } from '../files/write-whole-file.ts'
import { runJson } from '../json/run-json.ts'
import { savingsText } from '../optimise/show-savings.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { openSpanExport } from './export-spans.ts'
import type { SpanExport } from './export-spans.ts'
import { CANCELLED } from './finished-run.ts'
import type { FinishedRun } from './finished-run.ts'
import { makeRuns } from './make-runs.ts'
import type { PreparedRuns } from './prepare-runs.ts'
import { showRun, showSummary, showTaskLine } from './show-runs.ts'
import { tellNotes } from './tell-notes.ts'
import { tellNotesOnce } from './tell-notes-once.ts'
import { openTraceFile } from './trace-file.ts'
import type { TraceFile } from './trace-file.ts'

/** The options of a command that makes runs, as far as they say what is told of them. */
export interface ShowOptions {
  readonly json?: boolean
  /** Where to write what `json` prints. */
  readonly out?: string
  /** Where to write the trace. */
  readonly trace?: string
  /** The receiver of spans. */
  readonly otlp?: string
  readonly otlpContents?: boolean
}

export interface ExecuteOptions extends ShowOptions {
  /** Keeps the runs; `null` where nothing is kept. */
  readonly kept: KeptRuns | null
  /** What was made of the written graph, where it was optimised. */
  readonly made: OptimisedGraph | null
  /** Ends the runs: what had not finished counts as interrupted. */
  readonly signal: AbortSignal
}

/** A journal with the name that a person gave it. */
export interface KeptRuns {
  readonly id: string
  readonly journal: Journal
  /** The command that goes on with it, and the one that shows what it waits for. */
  readonly resume: string
  readonly show: string
}

/** Makes the runs that were prepared, shows what came of them, and closes what was opened for them. */
export async function executeRuns(prepared: PreparedRuns, options: ExecuteOptions, terminal: Terminal): Promise<ExitCode> {
  tellNotes(terminal, prepared.notes)
  const spans = options.otlp === undefined ? null : await openSpanExport(options.otlp, prepared, options.otlpContents === true)
  const opened = options.trace === undefined ? null : openTrace(options.trace, prepared)
  if (opened?.kind === 'error') {
    await prepared.close()
    await spans?.finish()
    return complain(terminal, opened.message)
  }
  const ended = await makeAndShow(prepared, { trace: opened?.trace ?? null, spans }, options, terminal)
  await prepared.close()
  const lost = (await spans?.finish()) ?? null
  if (lost !== null) complain(terminal, lost)
  return ended
}

function openTrace(path: string, { graph, models, secrets, seed }: PreparedRuns): ReturnType<typeof openTraceFile> {
  const opened = openTraceFile(path, secrets)
  if (opened.kind === 'error') return opened
  const descriptions = Object.fromEntries([...models].map(([slot, model]) => [slot, model.description]))
  opened.trace.append({ kind: 'trace', version: 1, file: graph.file, workflow: graph.workflow, seed, models: descriptions })
  return opened
}

async function makeAndShow(
  prepared: PreparedRuns,
  { trace, spans }: { readonly trace: TraceFile | null; readonly spans: SpanExport | null },
  { json = false, out, kept, made, signal }: ExecuteOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { seed, isForTasks } = prepared
  const runs = await makeRuns(prepared, {
    signal,
    trace,
    spans,
    journal: kept?.journal ?? null,
    answer: askPerson(terminal, { isKept: kept !== null, secrets: prepared.secrets }),
    onNote: tellNotesOnce(terminal),
    onFinished: (finished) => {
      if (!json && isForTasks && !isCancelled(finished)) showTaskLine(finished, terminal)
    },
  })
  const interrupted = runs.some(isCancelled)
  const value = `${JSON.stringify(runJson(runs, seed, { runId: kept?.id ?? null, made }), null, 2)}\n`
  const problemOfOut = out === undefined ? null : writeWholeFile(resolve(terminal.workingFolder, out), value)
  if (problemOfOut !== null) complain(terminal, problemOfOut)
  if (json) terminal.out.write(value)
  else if (isForTasks)
    showSummary(
      runs.filter((finished) => !isCancelled(finished)),
      { seed, show: kept?.show ?? null },
      terminal,
    )
  else if (!interrupted) for (const finished of runs) showRun(finished, { seed, resume: kept?.resume ?? null }, terminal)
  if (!json && made !== null && !interrupted) terminal.err.write(`${terminal.err.colors.dim(savingsText(made, runs))}\n`)

  if (interrupted) {
    trace?.abandon()
    tellInterruption(runs, trace, kept, terminal)
    return EXIT.interrupted
  }
  const problem = trace?.finish(runs.length) ?? null
  if (problem !== null) complain(terminal, problem)
  if (problemOfOut !== null) return EXIT.usage
  if (runs.some(({ outcome }) => outcome.kind === 'suspended')) return EXIT.waiting
  return runs.some((finished) => finished.outcome.kind === 'failed') ? EXIT.runFailed : EXIT.ok
}

const isCancelled = ({ outcome }: FinishedRun): boolean => outcome.kind === 'failed' && outcome.code === CANCELLED

function tellInterruption(
  runs: readonly FinishedRun[],
  trace: TraceFile | null,
  kept: KeptRuns | null,
  { err }: Terminal,
): void {
  const finished = runs.filter((run) => !isCancelled(run)).length
  const left =
    runs.length === 1
      ? 'the run has no result'
      : `${finished} of ${runs.length} tasks had finished, their results stand above; nothing of the others is kept`
  const traced = trace === null ? '' : `. The trace so far stands in ${trace.unfinished}`
  if (kept !== null) {
    const tasks = runs.length === 1 ? '' : `: ${finished} of ${runs.length} tasks had finished`
    err.write(`interrupted${tasks}${traced}. Every finished call is kept. To go on: ${kept.resume}\n`)
    return
  }
  const rest = runs.length === 1 ? ', which starts from the beginning' : ' with the tasks that are left'
  err.write(`interrupted: ${left}${traced}. To go on, give the command again${rest}.\n`)
}
