import { toMermaid } from '../../compiler/index.ts'
import type { DesignAttempt, Designed } from '../../trainer/design/index.ts'
import { complain } from '../complain.ts'
import { bestCandidate, compareCandidates, designCandidates } from '../design/design-candidates.ts'
import type { DesignedCandidate } from '../design/design-candidates.ts'
import { designJson } from '../design/design-json.ts'
import { prepareDesign } from '../design/prepare-design.ts'
import type { PreparedDesign } from '../design/prepare-design.ts'
import { attemptLine, boundsLine, traceLineOfAttempt } from '../design/show-design.ts'
import { showEvaluation } from '../evaluation/show-evaluation.ts'
import { EXIT } from '../exit-code.ts'
import type { ExitCode } from '../exit-code.ts'
import { writeWholeFile } from '../files/write-whole-file.ts'
import { interruptedEarly, interruptible } from '../run/interruption.ts'
import { makeRuns } from '../run/make-runs.ts'
import { outputProblems } from '../run/output-problems.ts'
import { tellNotes } from '../run/tell-notes.ts'
import { tellNotesOnce } from '../run/tell-notes-once.ts'
import { prepareRuns } from '../run/prepare-runs.ts'
import type { PrepareContext, PreparedRuns } from '../run/prepare-runs.ts'
import { showRun } from '../run/show-runs.ts'
import { openTraceFile } from '../run/trace-file.ts'
import type { TraceFile } from '../run/trace-file.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { clientRegistry } from '../wiring/client-registry.ts'

export interface DesignCommandOptions {
  readonly model: string
  readonly server?: string
  readonly executor?: readonly string[]
  readonly signature?: string
  readonly budget?: string
  readonly repairs?: number
  readonly candidates?: number
  readonly tasks?: string
  readonly scorer?: string
  readonly scorerOption?: readonly string[]
  readonly maxTokens?: number
  readonly seed?: number
  readonly config?: string
  readonly cache?: string
  readonly out?: string
  readonly run?: boolean
  readonly input?: readonly string[]
  readonly trace?: string
  readonly json?: boolean
}

const DEFAULT_REPAIRS = 2
const DEFAULT_TOKENS = 4096

type Usable = DesignedCandidate & { readonly designed: Extract<Designed, { kind: 'designed' }> }

/** Has a model write a script for a task, keeps the best of several, and runs it where that is asked for. */
export async function designCommand(task: string, options: DesignCommandOptions, terminal: Terminal): Promise<ExitCode> {
  const unplaced = outputProblems(options, terminal.workingFolder, [options.tasks, options.config])
  if (unplaced.length > 0) return complain(terminal, ...unplaced)
  return interruptible((signal) => designWatched(task, options, { terminal, signal }))
}

async function designWatched(
  task: string,
  options: DesignCommandOptions,
  { terminal, signal }: { readonly terminal: Terminal; readonly signal: AbortSignal },
): Promise<ExitCode> {
  const ready = await prepareDesign(task, options, { terminal, registry: clientRegistry(), signal })
  if (ready.kind === 'error') return signal.aborted ? interruptedEarly(terminal) : complain(terminal, ...ready.problems)
  const { prepared } = ready
  /** Grows with the models and tools of the scripts: what is written from then on is without their keys. */
  const secrets = [...prepared.secrets]
  const opened = options.trace === undefined ? null : openTraceFile(options.trace, secrets)
  if (opened?.kind === 'error') return complain(terminal, opened.message)
  const trace = opened?.trace ?? null
  trace?.append({
    kind: 'trace',
    version: 1,
    file: 'design.mas',
    workflow: 'main',
    seed: prepared.seed,
    models: { designer: prepared.model.description },
  })
  const started: PreparedRuns[] = []
  const exit = await design(prepared, trace, { signal, started, secrets }, options, terminal)
  await Promise.all(started.map((runs) => runs.close()))
  if (exit === EXIT.interrupted) trace?.abandon()
  const problem = exit === EXIT.interrupted ? null : (trace?.finish(1) ?? null)
  if (problem !== null) complain(terminal, problem)
  return exit
}

async function design(
  prepared: PreparedDesign,
  trace: TraceFile | null,
  { signal, started, secrets }: { readonly signal: AbortSignal; readonly started: PreparedRuns[]; readonly secrets: string[] },
  options: DesignCommandOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  tellNotes(terminal, prepared.notes)
  if (prepared.model.clientFor(null).takesGrammar !== true) {
    terminal.err.write('note: the server is not known to take a grammar, so the model may write what does not parse (see mas doctor, --server)\n')
  }
  const showJson = (candidates: readonly DesignedCandidate[], best: DesignedCandidate | null): void => {
    terminal.out.write(`${JSON.stringify(designJson(candidates, best, prepared.seed), null, 2)}\n`)
  }
  const written = await designCandidates(prepared, {
    candidates: options.candidates ?? 1,
    repairs: options.repairs ?? DEFAULT_REPAIRS,
    maximumTokens: options.maxTokens ?? DEFAULT_TOKENS,
    signal,
    onAttempt: (attempt: DesignAttempt) => {
      trace?.append(traceLineOfAttempt(attempt))
      terminal.err.write(`${attemptLine(attempt)}\n`)
    },
  })
  if (signal.aborted) return interrupted(terminal)
  const runs = new Map<DesignedCandidate, PreparedRuns>()
  for (const candidate of written) {
    if (!isUsable(candidate) || (prepared.comparison === null && options.run !== true)) continue
    const ready = await runsFor(candidate, prepared, options, { terminal, signal })
    if (ready.kind === 'error') {
      if (signal.aborted) return interrupted(terminal)
      // What was paid for is not lost where only its run cannot be had.
      const unwritten = writeScript(candidate, options, terminal)
      if (options.json === true) showJson(written, candidate)
      return complain(terminal, ...ready.problems, ...(unwritten === null ? [] : [unwritten]))
    }
    runs.set(candidate, ready.prepared)
    started.push(ready.prepared)
    secrets.push(...ready.prepared.secrets)
  }
  tellNotes(terminal, started.flatMap(({ notes }) => notes).filter((note) => !prepared.notes.includes(note)))
  const compared = await compareCandidates(written, (candidate) => runs.get(candidate) ?? null, prepared, { signal, onNote: tellNotesOnce(terminal) })
  if (signal.aborted) return interrupted(terminal)
  const summaries = compared.flatMap(({ summary }) => summary ?? [])
  if (summaries.length > 0) terminal.err.write(showEvaluation(summaries))
  const best = bestCandidate(compared)
  if (options.json === true) showJson(compared, best)
  if (best === null || !isUsable(best)) {
    terminal.err.write('mas: no script that can be used was written; the last findings stand above\n')
    return EXIT.runFailed
  }
  const chosen = written.findIndex(({ candidate }) => candidate === best.candidate)
  return deliver(best, runs.get(written[chosen] ?? best) ?? null, { prepared, trace, signal, options, terminal })
}

const isUsable = (candidate: DesignedCandidate): candidate is Usable => candidate.designed.kind === 'designed'

function interrupted({ err }: Terminal): ExitCode {
  err.write('interrupted: nothing was written\n')
  return EXIT.interrupted
}

/** What a design's runs need: its slots are bound to the designer's own model, where nothing else is named. */
function runsFor({ designed }: Usable, { seed, comparison, limiters }: PreparedDesign, options: DesignCommandOptions, context: Pick<PrepareContext, 'terminal' | 'signal'>) {
  const { graph, compiled } = designed.design
  const named = options.executor ?? []
  const slots = [...new Set(Object.values(graph.agents).map((agent) => agent.model))]
  const own = slots.filter((slot) => !named.some((flag) => flag.startsWith(`${slot}=`))).map((slot) => `${slot}=${options.model}`)
  const { tasks, input, config, cache } = options
  const inputs = comparison === null ? { ...(input === undefined ? {} : { input }) } : { ...(tasks === undefined ? {} : { tasks }) }
  const unattended = 'write the script with -o FILE, and give that to "mas run"'
  const shared = { ...(config === undefined ? {} : { config }), ...(cache === undefined ? {} : { cache }) }
  const prepared = { model: [...named, ...own], seed, ...inputs, ...shared }
  return prepareRuns(graph, compiled, prepared, { ...context, registry: clientRegistry(), limiters, unattended })
}

/** Writes the script to its file, or to standard output; why the file could not be written. */
function writeScript({ designed: { design: made } }: Usable, { out, json }: DesignCommandOptions, terminal: Terminal): string | null {
  const problem = out === undefined ? null : writeWholeFile(out, made.script)
  if (json !== true && (out === undefined || problem !== null)) terminal.out.write(made.script)
  return problem
}

/** Writes the script, shows its graph and its bounds, and runs it where that is asked for. */
async function deliver(
  best: Usable,
  runs: PreparedRuns | null,
  context: {
    readonly prepared: PreparedDesign
    readonly trace: TraceFile | null
    readonly signal: AbortSignal
    readonly options: DesignCommandOptions
    readonly terminal: Terminal
  },
): Promise<ExitCode> {
  const { options, terminal, trace, signal } = context
  const { design: made } = best.designed
  const problem = writeScript(best, options, terminal)
  if (problem !== null) return complain(terminal, problem)
  terminal.err.write(`\n${toMermaid(made.graph)}\n${boundsLine(made.graph.bounds)}\n`)
  if (options.run !== true || runs === null || context.prepared.comparison !== null) return EXIT.ok
  const finished = await makeRuns(runs, { signal, trace, onNote: tellNotesOnce(terminal), onFinished: () => undefined })
  if (signal.aborted) {
    terminal.err.write('interrupted: the script is written, its run has no result\n')
    return EXIT.interrupted
  }
  for (const run of finished) showRun(run, { seed: runs.seed, resume: null }, terminal)
  return finished.some(({ outcome }) => outcome.kind === 'failed') ? EXIT.runFailed : EXIT.ok
}
