import type { Graph } from '../../compiler/index.ts'
import { runWorkflow, stableHash } from '../../runtime/index.ts'
import type { ModelClient, RunLimits, ToolImplementation } from '../../runtime/index.ts'
import { executionOutcome } from '../rollout/index.ts'
import { scoreOutcome } from '../scorers/index.ts'
import type { Scorer } from '../scorers/index.ts'
import type { Task } from '../tasks/index.ts'
import { resultKey, scoreOf } from './evaluation-result.ts'
import type { EvaluationResult } from './evaluation-result.ts'

/** A script that is evaluated, ready to run. */
export interface EvaluatedScript {
  readonly name: string
  readonly graph: Graph
  /** By slot, for the run of one task. */
  readonly modelsFor: (task: string) => ReadonlyMap<string, ModelClient>
  readonly tools: ReadonlyMap<string, ToolImplementation>
}

export interface EvaluationOptions {
  readonly scripts: readonly EvaluatedScript[]
  readonly tasks: readonly Task[]
  readonly scorer: Scorer
  /** Runs of each script for each task. */
  readonly repeat: number
  readonly seed: number
  /** Runs at the same time. */
  readonly concurrency: number
  readonly limits?: RunLimits
  readonly signal: AbortSignal
  /**
   * Results that are there already, by {@link resultKey}: they are not made again. Where the scorer had failed, they are scored
   * again.
   */
  readonly known?: ReadonlyMap<string, EvaluationResult>
  /** Hears each new result when it is there; cancelled runs have none. */
  readonly onResult: (result: EvaluationResult) => void
}

interface Job {
  readonly script: EvaluatedScript
  readonly task: Task
  readonly repeat: number
}

/**
 * Runs every script for every task. All scripts meet a task before the next one starts, so that what is stopped half-way
 * still compares them on the same tasks. The first repeat runs with the seed itself, the others with seeds derived from it:
 * all scripts get the same ones.
 */
export async function evaluateScripts(options: EvaluationOptions): Promise<readonly EvaluationResult[]> {
  const results = new Map(options.known)
  const jobs = jobsOf(options).filter((job) => results.get(keyOf(job))?.unscored?.kind === 'failed' || !results.has(keyOf(job)))
  const work = async (): Promise<void> => {
    for (let job = jobs.shift(); job !== undefined && !options.signal.aborted; job = jobs.shift()) {
      const earlier = results.get(keyOf(job))
      const result = earlier === undefined ? await make(job, options) : await scoreAgain(earlier, job.task, options.scorer)
      if (result.outcome.kind === 'cancelled') return
      results.set(keyOf(job), result)
      options.onResult(result)
    }
  }
  await Promise.all(Array.from({ length: Math.min(jobs.length, options.concurrency) }, work))
  return jobsOf(options).flatMap((job) => results.get(keyOf(job)) ?? [])
}

const keyOf = ({ script, task, repeat }: Job): string => resultKey({ script: script.name, task: task.id, repeat })

function jobsOf({ scripts, tasks, repeat }: EvaluationOptions): Job[] {
  const repeats = Array.from({ length: repeat }, (_, index) => index + 1)
  return repeats.flatMap((number) => tasks.flatMap((task) => scripts.map((script) => ({ script, task, repeat: number }))))
}

async function scoreAgain(earlier: EvaluationResult, task: Task, scorer: Scorer): Promise<EvaluationResult> {
  const { script, repeat, outcome, usage } = earlier
  return { script, task: task.id, repeat, outcome, ...scoreOf(await scoreOutcome(scorer, task, outcome)), usage }
}

async function make({ script, task, repeat }: Job, options: EvaluationOptions): Promise<EvaluationResult> {
  const { outcome, usage } = await runWorkflow({
    graph: script.graph,
    inputs: task.input,
    models: script.modelsFor(task.id),
    tools: script.tools,
    seed: repeat === 1 ? options.seed : stableHash('repeat', options.seed, repeat),
    ...(options.limits === undefined ? {} : { limits: options.limits }),
    events: 'none',
    signal: options.signal,
  }).result
  const ended = executionOutcome(outcome)
  return { script: script.name, task: task.id, repeat, outcome: ended, ...scoreOf(await scoreOutcome(options.scorer, task, ended)), usage }
}
