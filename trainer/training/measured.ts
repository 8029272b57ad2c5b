import { randomStream } from '../random/random-stream.ts'
import type { Design } from '../rollout/index.ts'
import { bootstrapInterval, mean } from '../statistics/index.ts'
import { shapeShares } from './design-shape.ts'
import type { ShapeShares } from './design-shape.ts'
import type { Evaluation } from './evaluate-designs.ts'

/** What an evaluation came to. */
export interface Measured {
  readonly success: number
  /** 95 % bootstrap interval over tasks. */
  readonly interval: readonly [number, number]
  readonly requestsPerTask: number
  readonly byFamily: readonly FamilyMeasured[]
}

export interface FamilyMeasured {
  readonly family: string
  readonly success: number
  /** Share of the designs written for the family's tasks that have each shape. */
  readonly shapes: ShapeShares
}

/** Success with its interval, which is resampled from a stream of this seed. */
export function measured(evaluation: Evaluation, seed: number): Measured {
  const families = [...new Set(evaluation.trees.map((tree) => tree.task.family))]
  const scoresOf = (family: string): readonly number[] =>
    evaluation.scores.filter((_, position) => evaluation.trees[position]?.task.family === family)
  return {
    success: evaluation.success,
    interval: intervalOf(evaluation.scores, seed),
    requestsPerTask: evaluation.requestsPerTask,
    byFamily: families.map((family) => ({ family, success: mean(scoresOf(family)), shapes: shapeShares(designsOf(evaluation, family)) })),
  }
}

const designsOf = ({ trees }: Evaluation, family: string): readonly Design[] =>
  trees.filter(({ task }) => task.family === family).flatMap((tree) => tree.designs)

function intervalOf(scores: readonly number[], seed: number): readonly [number, number] {
  const { lower, upper } = bootstrapInterval(scores, mean, { random: randomStream(seed, 'interval') })
  return [lower, upper]
}
