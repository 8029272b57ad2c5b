import { optimise } from '../../compiler/index.ts'
import type { CompiledFile, OptimisedGraph, Graph } from '../../compiler/index.ts'
import { chooseWorkflow } from '../choose-workflow.ts'
import { compilePath } from '../compile-path.ts'
import { exitOfCompiling, showErrors } from '../compiled-exit.ts'
import { complain } from '../complain.ts'
import { EXIT } from '../exit-code.ts'
import type { ExitCode } from '../exit-code.ts'
import { dryRunJson } from '../json/dry-run-json.ts'
import { dryRun } from '../run/dry-run.ts'
import { executeRuns } from '../run/execute-runs.ts'
import type { ShowOptions } from '../run/execute-runs.ts'
import { configurationFile } from '../run/find-configuration.ts'
import { interruptedEarly, interruptible } from '../run/interruption.ts'
import { outputProblems } from '../run/output-problems.ts'
import { planRuns, prepareRuns } from '../run/prepare-runs.ts'
import { showDryRun } from '../run/show-dry-run.ts'
import { executeKept } from '../runs/execute-kept.ts'
import { lookUpRun, runNamed } from '../runs/open-kept-run.ts'
import { runPlan } from '../runs/run-plan.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { clientRegistry } from '../wiring/client-registry.ts'

export interface RunOptions extends ShowOptions {
  /** `main`, or the workflow of a graph file, where it is left out. */
  readonly workflow?: string
  readonly input?: readonly string[]
  readonly model?: readonly string[]
  readonly tasks?: string
  readonly seed?: number
  readonly optimise?: boolean
  readonly config?: string
  readonly cache?: string
  readonly dryRun?: boolean
  readonly concurrency?: number
  readonly runId?: string
  readonly runs?: string
  readonly survive?: 'process' | 'power-loss'
}

/** Runs a workflow, once or for every task of a file; with `runId`, kept in a journal. */
export async function runCommand(file: string, options: RunOptions, terminal: Terminal): Promise<ExitCode> {
  if (options.runId === undefined && (options.runs !== undefined || options.survive !== undefined)) {
    return complain(terminal, '--runs and --survive are about a run that is kept: name it with --run-id ID')
  }
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
  const read = [compiled.path, options.tasks, configurationFile(options.config, compiled.path, terminal.workingFolder)]
  const unplaced = outputProblems(options, terminal.workingFolder, read)
  if (unplaced.length > 0) return complain(terminal, ...unplaced)
  return interruptible((signal) => makeChosen({ graph, made, compiled }, options, { terminal, signal }))
}

interface RunContext {
  readonly terminal: Terminal
  readonly signal: AbortSignal
}

async function makeChosen(chosen: ChosenGraph, options: RunOptions, context: RunContext): Promise<ExitCode> {
  if (options.runId !== undefined) return runKept(options.runId, chosen, options, context)
  const { terminal, signal } = context
  const unattended = terminal.ask === null ? { unattended: 'keep the run with --run-id ID, and answer once it waits' } : {}
  const ready = await prepareRuns(chosen.graph, chosen.compiled, options, { ...context, registry: clientRegistry(), ...unattended })
  if (ready.kind === 'error') return signal.aborted ? interruptedEarly(terminal) : complain(terminal, ...ready.problems)
  return executeRuns(ready.prepared, { ...options, kept: null, made: chosen.made, signal }, terminal)
}

interface ChosenGraph {
  readonly graph: Graph
  /** What was made of the written graph, where it was optimised. */
  readonly made: OptimisedGraph | null
  readonly compiled: CompiledFile
}

async function runKept(
  id: string,
  { graph, made, compiled }: ChosenGraph,
  options: RunOptions,
  context: RunContext,
): Promise<ExitCode> {
  const { terminal, signal } = context
  const name = runNamed(id, options.runs)
  const known = lookUpRun(name)
  if (known.kind === 'error') return complain(terminal, known.message)
  const journalSeed = known.plan === null ? {} : { journalSeed: known.plan.header.seed }
  const ready = await prepareRuns(graph, compiled, options, { ...context, registry: clientRegistry(), ...journalSeed })
  if (ready.kind === 'error') return signal.aborted ? interruptedEarly(terminal) : complain(terminal, ...ready.problems)
  return executeKept(name, ready.prepared, runPlan(ready.prepared), { ...options, made }, context)
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
