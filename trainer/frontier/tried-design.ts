import type { Execution, RolloutTree } from '../rollout/index.ts'

/** What a design came to in one step of training. Sums are over its scored executions. */
export interface TriedDesign {
  /** From 0. */
  readonly step: number
  readonly text: string
  readonly executions: number
  readonly score: number
  /** Of the squares of the scores. */
  readonly squares: number
  readonly requests: number
  /** `null` where no price is known. */
  readonly price: number | null
}

/** The designs of a step, each once, in the order in which they came. */
export function triedDesigns(step: number, trees: readonly RolloutTree[]): readonly TriedDesign[] {
  const tried = new Map<string, Execution[]>()
  for (const { text, executions } of trees.flatMap(({ designs }) => designs)) {
    const scored = executions.filter(({ score }) => score !== null)
    if (scored.length > 0) tried.set(text, [...(tried.get(text) ?? []), ...scored])
  }
  return [...tried].map(([text, executions]) => {
    const sum = (of: (execution: Execution) => number): number => executions.reduce((total, execution) => total + of(execution), 0)
    return {
      step,
      text,
      executions: executions.length,
      score: sum(({ score }) => score ?? 0),
      squares: sum(({ score }) => (score ?? 0) ** 2),
      requests: sum(({ requests }) => requests),
      price: executions.some(({ price }) => price !== undefined) ? sum(({ price }) => price ?? 0) : null,
    }
  })
}
