import type { Pure } from '../graph/index.ts'
import { nothing } from './lowering.ts'
import type { Excess, Lowering } from './lowering.ts'

/** No graph has more nodes, and none is made of more inlined calls: inlining could otherwise grow without end. */
export const maximumNodes = 10_000

/** Expressions, blocks and inlined workflows inside one another: more, and what walks over the graph could exhaust the stack. */
export const maximumNesting = 600

/** Expressions that are lowered for one graph: long statements, inlined often, need not make a node. */
const maximumExpressions = 1_000_000

/** How much there may be of each. */
export const limits: Readonly<Record<Excess, number>> = {
  nodes: maximumNodes,
  calls: maximumNodes,
  nesting: maximumNesting,
  expressions: maximumExpressions,
}

/** Counts one more; lowering gives up where there are too many. */
export function countOne(lowering: Lowering, what: Excess): void {
  lowering.counts[what] += 1
  if (lowering.counts[what] > limits[what] && !hasGivenUp(lowering)) lowering.problems.push({ kind: 'too_large', excess: what })
}

/** One level further in; `null` where that is too deep. */
export function nested<Result>(lowering: Lowering, lower: () => Result): Result | null {
  countOne(lowering, 'nesting')
  const result = lowering.counts.nesting > maximumNesting ? null : lower()
  lowering.counts.nesting -= 1
  return result
}

/** Whether lowering has failed and should come to an end quickly. */
export const hasGivenUp = (lowering: Lowering): boolean => lowering.problems.length > 0

/** What stands in for something that the checker left out; lowering gives up. */
export function incomplete(lowering: Lowering): Pure {
  lowering.problems.push({ kind: 'incomplete' })
  return nothing
}
