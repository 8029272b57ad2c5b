import type { CompiledFile, Graph } from '../../compiler/index.ts'
import type { RunLimits } from '../../runtime/index.ts'
import { shareRequests } from '../../runtime/model/index.ts'
import type { EvaluatedScript } from '../../trainer/evaluation/index.ts'
import type { Scorer } from '../../trainer/scorers/index.ts'
import type { Task } from '../../trainer/tasks/index.ts'
import { chooseWorkflow } from '../choose-workflow.ts'
import { compilePath } from '../compile-path.ts'
import type { EvalOptions } from '../commands/eval.ts'
import { exitOfCompiling, showErrors } from '../compiled-exit.ts'
import { EXIT } from '../exit-code.ts'
import type { ExitCode } from '../exit-code.ts'
import { endpointLimiters } from '../run/endpoint-limiters.ts'
import { tellNotesOnce } from '../run/tell-notes-once.ts'
import { watchReplies } from '../run/watch-replies.ts'
import { prepareRuns } from '../run/prepare-runs.ts'
import { chooseScorer } from '../scoring/choose-scorer.ts'
import { readScoredTasks } from '../scoring/read-scored-tasks.ts'
import type { PrepareContext, PreparedRuns } from '../run/prepare-runs.ts'
import { retryPolicyOf } from '../run/retry-policy-of.ts'

export interface PreparedEvaluation {
  readonly scripts: readonly EvaluatedScript[]
  readonly tasks: readonly Task[]
  readonly scorer: Scorer
  readonly seed: number
  /** Of the models, by slot; a slot that means another model in another script stands as `SCRIPT SLOT`. */
  readonly descriptions: Readonly<Record<string, string>>
  readonly limits: { readonly concurrency: number; readonly run: RunLimits }
  /** What a person should know before the runs start. */
  readonly notes: readonly string[]
  /** Ends the servers that were started for tools. */
  readonly close: () => Promise<void>
}

export type PrepareEvaluation =
  | { readonly kind: 'ok'; readonly prepared: PreparedEvaluation }
  | { readonly kind: 'error'; readonly problems: readonly string[] }
  /** What is wrong was shown already. */
  | { readonly kind: 'exit'; readonly exit: ExitCode }

interface PreparedScript {
  readonly name: string
  readonly runs: PreparedRuns
}

/** Compiles the scripts, reads the tasks, and opens every model; nothing has run. */
export async function prepareEvaluation(
  files: readonly string[],
  options: EvalOptions,
  context: Pick<PrepareContext, 'terminal' | 'registry' | 'signal'>,
): Promise<PrepareEvaluation> {
  const chosen = await chooseScorer(options, context.terminal.workingFolder)
  if (chosen.kind === 'error') return chosen
  const scored = readScoredTasks(options.tasks, chosen.choice)
  if (scored.kind === 'error') return scored
  const chosenGraphs: { readonly name: string; readonly compiled: CompiledFile; readonly graph: Graph }[] = []
  for (const name of [...new Set(files)]) {
    const [file = '', workflow] = name.split('#')
    const compiled = await compilePath(file)
    const exit = exitOfCompiling(compiled)
    if (exit !== EXIT.ok) {
      showErrors(compiled, context.terminal)
      return { kind: 'exit', exit }
    }
    const chosen = chooseWorkflow(compiled, workflow)
    if (chosen.kind === 'error') return { kind: 'error', problems: [chosen.message] }
    chosenGraphs.push({ name, compiled, graph: chosen.graph })
  }
  const limiters = endpointLimiters()
  const unattended = 'bind it to a program that answers in the place of one'
  const scripts: PreparedScript[] = []
  const problems: string[] = []
  for (const { name, compiled, graph } of chosenGraphs) {
    const seed = options.seed ?? scripts[0]?.runs.seed
    const seeded = seed === undefined ? options : { ...options, seed }
    const ready = await prepareRuns(graph, compiled, seeded, { ...context, limiters, unattended })
    if (ready.kind === 'ok') scripts.push({ name, runs: ready.prepared })
    else problems.push(...ready.problems.map((problem) => (files.length === 1 ? problem : `${name}: ${problem}`)))
  }
  const [first] = scripts
  if (problems.length > 0 || first === undefined) {
    await Promise.all(scripts.map(({ runs }) => runs.close()))
    return { kind: 'error', problems }
  }
  return { kind: 'ok', prepared: prepared(scripts, first, { ...scored, onNote: tellNotesOnce(context.terminal) }) }
}

function prepared(
  scripts: readonly PreparedScript[],
  first: PreparedScript,
  { tasks, scorer, onNote }: Pick<PreparedEvaluation, 'tasks' | 'scorer'> & { readonly onNote: (slot: string, note: string) => void },
): PreparedEvaluation {
  const { limits } = first.runs
  const shareForRun = shareRequests(limits.concurrency)
  const descriptions = new Map<string, string>()
  for (const { name, runs } of scripts) {
    for (const [slot, { description }] of runs.models) {
      const known = descriptions.get(slot)
      descriptions.set(known === undefined || known === description ? slot : `${name} ${slot}`, description)
    }
  }
  return {
    scripts: scripts.map(({ name, runs }) => ({
      name,
      graph: runs.graph,
      modelsFor: (task) => {
        const share = shareForRun()
        return new Map(
          [...runs.models].map(([slot, model]) => [slot, watchReplies(share(model.clientFor(task)), slot, { truncated: new Set() }, onNote)]),
        )
      },
      tools: runs.tools,
    })),
    tasks,
    scorer,
    seed: first.runs.seed,
    close: async () => {
      await Promise.all(scripts.map(({ runs }) => runs.close()))
    },
    notes: scripts.flatMap(({ runs }) => runs.notes),
    descriptions: Object.fromEntries(descriptions),
    limits: {
      concurrency: limits.concurrency,
      run: { concurrentRequests: limits.concurrency, retries: retryPolicyOf(limits) },
    },
  }
}
