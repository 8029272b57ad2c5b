import { rowWeights } from '../credit/index.ts'
import type { CallAdvantages, ExecutionWeighting } from '../credit/index.ts'
import { addScore } from './add-score.ts'
import type { SolvedExecution } from './solve-program.ts'

/** What a step would follow: Σ over the calls of a group of weight · advantage · ∇ log π(reply), by each of so many logits. */
export function gradientEstimate(
  executions: readonly SolvedExecution[],
  advantages: CallAdvantages,
  weighting: ExecutionWeighting,
  parameters: number,
): Float64Array {
  const gradient = new Float64Array(parameters)
  const weights = rowWeights(
    executions.map(({ calls }) => calls.length),
    weighting,
  )
  executions.forEach(({ calls }, position) => {
    calls.forEach(({ context, reply }, index) => {
      addScore(gradient, context, reply, (weights[position] ?? NaN) * (advantages[position]?.[index] ?? NaN))
    })
  })
  return gradient
}
