import type { TriedDesign } from './tried-design.ts'

/** What a design came to in all of training; means over its executions. */
export interface DesignTally {
  readonly text: string
  readonly executions: number
  readonly score: number
  /** Standard error of the score: the deviation of its executions by the root of their number. */
  readonly error: number
  readonly requests: number
  /** `null` where no price is known. */
  readonly price: number | null
}

/** The steps of each design put together, in the order in which designs were first tried. */
export function tallyDesigns(tried: readonly TriedDesign[]): readonly DesignTally[] {
  const sums = new Map<string, Omit<TriedDesign, 'step'>>()
  for (const one of tried) {
    const sum = sums.get(one.text)
    sums.set(one.text, sum === undefined ? one : added(sum, one))
  }
  return [...sums.values()].map(({ text, executions, score, squares, requests, price }) => ({
    text,
    executions,
    score: score / executions,
    error: Math.sqrt(Math.max(0, squares / executions - (score / executions) ** 2) / executions),
    requests: requests / executions,
    price: price === null ? null : price / executions,
  }))
}

const added = (left: Omit<TriedDesign, 'step'>, right: TriedDesign): Omit<TriedDesign, 'step'> => ({
  text: left.text,
  executions: left.executions + right.executions,
  score: left.score + right.score,
  squares: left.squares + right.squares,
  requests: left.requests + right.requests,
  price: left.price === null && right.price === null ? null : (left.price ?? 0) + (right.price ?? 0),
})
