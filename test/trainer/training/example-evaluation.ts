import type { RolloutTree } from '../../../trainer/rollout/index.ts'
import type { Evaluation } from '../../../trainer/training/evaluate-designs.ts'
import { exampleDesign, exampleTree } from '../example-tree.ts'

/** The tree of a task for which these designs were written, each executed once. */
export const written = (family: string, difficulty: number, ...texts: readonly string[]): RolloutTree =>
  exampleTree(texts.map((text, index) => exampleDesign(index + 1, [1], { text })), { id: `${family}:${difficulty}`, family, difficulty })

export function evaluationOf(trees: readonly RolloutTree[], scores: readonly number[]): Evaluation {
  return { success: scores.reduce((sum, score) => sum + score, 0) / scores.length, requestsPerTask: 2, scores, requests: 8, trees }
}
