import { resolve } from 'node:path'
import { optimise } from '../../compiler/index.ts'
import type { Graph, OptimisedGraph } from '../../compiler/index.ts'
import { chooseWorkflow } from '../choose-workflow.ts'
import { compilePath } from '../compile-path.ts'
import { exitOfCompiling, showErrors } from '../compiled-exit.ts'
import { complain } from '../complain.ts'
import { EXIT } from '../exit-code.ts'
import type { ExitCode } from '../exit-code.ts'
import { writeWholeFile } from '../files/write-whole-file.ts'
import { openSpanExport } from '../run/export-spans.ts'
import type { SpanExport } from '../run/export-spans.ts'
import { dryRunJson } from '../json/dry-run-json.ts'
import { runJson } from '../json/run-json.ts'
import { savingsText } from '../optimise/show-savings.ts'
import { dryRun } from '../run/dry-run.ts'
import { showDryRun } from '../run/show-dry-run.ts'
import { CANCELLED } from '../run/finished-run.ts'
import type { FinishedRun } from '../run/finished-run.ts'
import { watchInterruption } from '../run/interruption.ts'
import { makeRuns } from '../run/make-runs.ts'
import { planRuns, prepareRuns } from '../run/prepare-runs.ts'
import type { PreparedRuns } from '../run/prepare-runs.ts'
import { showRun, showSummary, showTaskLine } from '../run/show-runs.ts'
import { openTraceFile } from '../run/trace-file.ts'
import type { TraceFile } from '../run/trace-file.ts'
import { printable } from '../terminal/printable.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { clientRegistry } from '../wiring/client-registry.ts'

export interface RunOptions {
  /** `main`, or the workflow of a graph file, where it is left out. */
  readonly workflow?: string
  readonly input?: readonly string[]
  readonly model?: readonly string[]
  readonly tasks?: string
  readonly seed?: number
  readonly optimise?: boolean
  readonly config?: string
  readonly trace?: string
  readonly cache?: string
  readonly otlp?: string
  readonly otlpContents?: boolean
  readonly dryRun?: boolean
  readonly concurrency?: number
  readonly out?: string
  readonly json?: boolean
}

/** Runs a workflow, once or for every task of a file. */
export async function runCommand(file: string, options: RunOptions, terminal: Terminal): Promise<ExitCode> {
  const compiled = await compilePath(file)
  const exit = exitOfCompiling(compiled)
  if (exit !== EXIT.ok) {
    showErrors(compiled, terminal)
    return exit
  }
  const chosen = chooseWorkflow(compiled, options.workflow)
  if (chosen.kind === 'error') return complain(terminal, chosen.message)
  const made = options.optimise === true ? optimise(chosen.graph) : null
  const graph = made?.graph ?? chosen.graph
  if (options.dryRun === true) return showPrompts(graph, options, terminal)
  const ready = await prepareRuns(graph, compiled, options, { terminal, registry: clientRegistry() })
  if (ready.kind === 'error') return complain(terminal, ...ready.problems)
  const { prepared } = ready
  for (const note of prepared.notes) terminal.err.write(`note: ${printable(note)}\n`)
  const opened = options.trace === undefined ? null : openTrace(options.trace, prepared)
  if (opened?.kind === 'error') {
    await prepared.close()
    return complain(terminal, opened.message)
  }
  const exported =
    options.otlp === undefined ? null : await openSpanExport(options.otlp, prepared, options.otlpContents === true)
  if (exported?.kind === 'error') {
    await prepared.close()
    return complain(terminal, exported.message)
  }
  const spans = exported?.spans ?? null
  const ended = await run(prepared, { made, trace: opened?.trace ?? null, spans }, options, terminal)
  await prepared.close()
  const lost = (await spans?.finish()) ?? null
  if (lost !== null) complain(terminal, lost)
  return ended
}

/** What the first run would ask; nothing is asked, and nothing needs to be bound. */
async function showPrompts(graph: Graph, options: RunOptions, terminal: Terminal): Promise<ExitCode> {
  const planned = planRuns(graph, options)
  if (planned.kind === 'error') return complain(terminal, ...planned.problems)
  const [first] = planned.runs
  if (first === undefined) throw new Error('a command has at least one run')
  const walk = await dryRun(graph, first)
  if (options.json === true) terminal.out.write(`${JSON.stringify(dryRunJson(walk), null, 2)}\n`)
  else terminal.out.write(showDryRun(walk, terminal.out))
  return EXIT.ok
}

function openTrace(path: string, { graph, models, seed }: PreparedRuns): ReturnType<typeof openTraceFile> {
  const opened = openTraceFile(
    path,
    [...models.values()].flatMap((model) => model.secrets),
  )
  if (opened.kind === 'error') return opened
  const descriptions = Object.fromEntries([...models].map(([slot, model]) => [slot, model.description]))
  opened.trace.append({ kind: 'trace', version: 1, file: graph.file, workflow: graph.workflow, seed, models: descriptions })
  return opened
}

interface RunParts {
  /** What was made of the written graph, where it was optimised. */
  readonly made: OptimisedGraph | null
  readonly trace: TraceFile | null
  readonly spans: SpanExport | null
}

async function run(
  prepared: PreparedRuns,
  { made, trace, spans }: RunParts,
  options: RunOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { seed } = prepared
  const isText = options.json !== true
  const interruption = watchInterruption()
  const runs = await makeRuns(prepared, {
    signal: interruption.signal,
    trace,
    spans,
    onNote: tellNotesOnce(terminal),
    onFinished: (finished) => {
      if (isText && options.tasks !== undefined && !isCancelled(finished)) showTaskLine(finished, terminal)
    },
  })
  interruption.stop()
  const interrupted = runs.some(isCancelled)
  const value = `${JSON.stringify(runJson(runs, seed, made), null, 2)}\n`
  const unwritten = options.out === undefined ? null : writeWholeFile(resolve(terminal.workingFolder, options.out), value)
  if (unwritten !== null) complain(terminal, unwritten)
  if (!isText) terminal.out.write(value)
  else if (options.tasks !== undefined)
    showSummary(
      runs.filter((finished) => !isCancelled(finished)),
      seed,
      terminal,
    )
  else if (!interrupted) for (const finished of runs) showRun(finished, seed, terminal)
  if (isText && made !== null && !interrupted) {
    terminal.err.write(`${terminal.err.colors.dim(savingsText(made, runs))}\n`)
  }

  if (interrupted) {
    trace?.abandon()
    tellInterruption(runs, trace, terminal)
    return EXIT.interrupted
  }
  const problem = trace?.finish(runs.length) ?? null
  if (problem !== null) complain(terminal, problem)
  if (unwritten !== null) return EXIT.usage
  return runs.some((finished) => finished.outcome.kind === 'failed') ? EXIT.runFailed : EXIT.ok
}

/** Tells each note of a slot once: a setting that a server does not take is the same in every request. */
function tellNotesOnce({ err }: Terminal): (slot: string, note: string) => void {
  const told = new Set<string>()
  return (slot, note) => {
    const text = `note: model "${slot}": ${printable(note)}`
    if (told.has(text)) return
    told.add(text)
    err.write(`${err.colors.dim(text)}\n`)
  }
}

const isCancelled = ({ outcome }: FinishedRun): boolean => outcome.kind === 'failed' && outcome.code === CANCELLED

function tellInterruption(runs: readonly FinishedRun[], trace: TraceFile | null, { err }: Terminal): void {
  const finished = runs.filter((run) => !isCancelled(run)).length
  const kept =
    runs.length === 1
      ? 'the run has no result'
      : `${finished} of ${runs.length} tasks had finished, their results stand above; nothing of the others is kept`
  const traced = trace === null ? '' : `. The trace so far stands in ${trace.unfinished}`
  const rest = runs.length === 1 ? ', which starts from the beginning' : ' with the tasks that are left'
  err.write(`interrupted: ${kept}${traced}. To go on, give the command again${rest}.\n`)
}
