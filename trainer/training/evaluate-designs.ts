import { rollOut } from './roll-out.ts'
import type { RolloutParts } from './roll-out.ts'
import type { RolloutTree } from '../rollout/index.ts'
import { scorerFailures, TrainingFault } from '../guards/index.ts'
import type { Task } from '../tasks/index.ts'

export interface Evaluation {
  /** Mean score over all executions, in [0, 1]. */
  readonly success: number
  /** Mean model requests of an execution. */
  readonly requestsPerTask: number
  /** Mean score of each task, in the order of the tasks: what intervals are computed from. */
  readonly scores: readonly number[]
  readonly requests: number
  readonly trees: readonly RolloutTree[]
}

export interface EvaluationSettings {
  readonly run: string
  readonly seed: number
  /** Designs per task, each executed once. */
  readonly repeats: number
}

/**
 * Runs held-out tasks: `repeats` designs for each, executed once each. Executions without a score count as 0: a held-out task
 * always has an answer, so only a cancelled run has none. Throws a TrainingFault where the scorer failed: what would be measured is wrong.
 */
export async function evaluateDesigns(tasks: readonly Task[], settings: EvaluationSettings, parts: RolloutParts): Promise<Evaluation> {
  const rollout = { run: settings.run, step: 0, seed: settings.seed, designs: settings.repeats, executions: 1, traced: false, recorded: false }
  const trees = await rollOut(tasks, rollout, parts)
  const [failure] = scorerFailures(trees)
  if (failure !== undefined) throw new TrainingFault('scorer-failed', failure)
  const scores = trees.map((tree) => meanOf(tree.designs.map((design) => design.executions[0]?.score ?? 0)))
  const executions = trees.flatMap((tree) => tree.designs.flatMap((design) => design.executions))
  const requests = executions.reduce((sum, execution) => sum + execution.requests, 0)
  return {
    success: meanOf(scores),
    requestsPerTask: executions.length === 0 ? 0 : requests / executions.length,
    scores,
    requests,
    trees,
  }
}

const meanOf = (values: readonly number[]): number => (values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length)
