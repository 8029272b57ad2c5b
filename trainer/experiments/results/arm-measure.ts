import { mean } from '../../statistics/index.ts'
import { shapeShares } from '../../training/design-shape.ts'
import type { ShapeShares } from '../../training/design-shape.ts'
import type { Evaluation } from '../../training/evaluate-designs.ts'

/** Held-out tasks, sampled as in training. */
export interface ArmMeasure {
  readonly success: number
  readonly requestsPerTask: number
  /** By task, in the order of the held-out tasks, which is the same for all arms of a setting and all seeds. */
  readonly scores: readonly number[]
  readonly byDifficulty: readonly { readonly difficulty: number; readonly tasks: number; readonly success: number }[]
  /** Shares of the designs; what is missing from 1 did not compile. */
  readonly shapes: ShapeShares
  readonly compiledShare: number
}

export function armMeasure({ success, requestsPerTask, scores, trees }: Evaluation): ArmMeasure {
  const designs = trees.flatMap((tree) => tree.designs)
  const difficulties = [...new Set(trees.map(({ task }) => task.difficulty))].sort((left, right) => left - right)
  return {
    success,
    requestsPerTask,
    scores,
    byDifficulty: difficulties.map((difficulty) => {
      const own = scores.filter((_, position) => trees[position]?.task.difficulty === difficulty)
      return { difficulty, tasks: own.length, success: mean(own) }
    }),
    shapes: shapeShares(designs),
    compiledShare: designs.filter(({ compiled }) => compiled.kind === 'graph').length / Math.max(1, designs.length),
  }
}
