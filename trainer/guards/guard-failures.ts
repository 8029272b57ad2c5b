import { TrainingFault } from '../engine/training-fault.ts'
import { failureCounts, failureText } from '../rollout/index.ts'
import type { Execution, RolloutTree } from '../rollout/index.ts'

export interface FailureLimits {
  /** Steps in a row before this one in which no execution with a call came to a value. */
  readonly before: number
  /** So many in a row end training. */
  readonly most: number
}

/**
 * The steps in a row, this one included, in which every execution failed; 0 where one came to a value, or none ran. Designs that call
 * nobody, and so cannot fail, do not count. Throws a `TrainingFault` that names the failures where there are too many such steps:
 * something is wrong that learning does not mend.
 */
export function guardFailures(trees: readonly RolloutTree[], { before, most }: FailureLimits): number {
  const executions = trees
    .flatMap((tree) => tree.designs.flatMap((design) => design.executions))
    .filter(({ outcome, requests }) => outcome.kind !== 'ok' || requests > 0)
  if (executions.length === 0 || executions.some(({ outcome }) => outcome.kind === 'ok')) return 0
  const failing = before + 1
  if (failing < most) return failing
  const counts = failureText(failureCounts(executions.map(({ outcome }) => outcome)))
  const steps = failing === 1 ? 'this step' : `the last ${failing} steps`
  throw new TrainingFault('all-failed', `Every execution of ${steps} that called an agent failed. Of the last one, ${counts}${exampleOf(executions)}`)
}

function exampleOf(executions: readonly Execution[]): string {
  const outcome = executions[0]?.outcome
  return outcome?.kind === 'failed' ? `; such as ${outcome.node}: ${outcome.message}` : ''
}
