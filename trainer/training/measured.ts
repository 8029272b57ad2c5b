import { randomStream } from '../random/random-stream.ts'
import { bootstrapInterval, mean } from '../statistics/index.ts'
import type { Evaluation } from './evaluate-designs.ts'

/** What an evaluation came to. */
export interface Measured {
  readonly success: number
  /** 95 % bootstrap interval over tasks. */
  readonly interval: readonly [number, number]
  readonly requestsPerTask: number
  readonly byFamily: readonly { readonly family: string; readonly success: number }[]
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
    byFamily: families.map((family) => ({ family, success: mean(scoresOf(family)) })),
  }
}

function intervalOf(scores: readonly number[], seed: number): readonly [number, number] {
  const { lower, upper } = bootstrapInterval(scores, mean, { random: randomStream(seed, 'interval') })
  return [lower, upper]
}
