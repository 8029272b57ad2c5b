import type { Bounds } from '../../graph/index.ts'

/** What a part of a program costs at most. */
export interface Cost extends Bounds {
  readonly statements: number
}

export const noCost: Cost = { statements: 0, calls: 0, tool_calls: 0, tokens: 0, depth: 0 }

export const oneStatement: Cost = { ...noCost, statements: 1 }

const combine = (left: Cost, right: Cost, fold: (left: number, right: number) => number): Cost => ({
  statements: fold(left.statements, right.statements),
  calls: fold(left.calls, right.calls),
  tool_calls: fold(left.tool_calls, right.tool_calls),
  tokens: fold(left.tokens, right.tokens),
  depth: fold(left.depth, right.depth),
})

export const addCosts = (left: Cost, right: Cost): Cost =>
  left === noCost ? right : right === noCost ? left : combine(left, right, (a, b) => a + b)

export const leastOf = (left: Cost, right: Cost): Cost => combine(left, right, Math.min)

/** What is left after the cost; `null` where it is too much. */
export function without(left: Cost, cost: Cost): Cost | null {
  if (cost === noCost) return left
  const rest = combine(left, cost, (a, b) => a - b)
  return rest.statements < 0 || rest.calls < 0 || rest.tool_calls < 0 || rest.tokens < 0 || rest.depth < 0 ? null : rest
}

/** Which is cheaper: by statements, then calls, then tool calls, tokens and depth. */
export function isCheaper(one: Cost, other: Cost): boolean {
  const difference =
    one.statements - other.statements ||
    one.calls - other.calls ||
    one.tool_calls - other.tool_calls ||
    one.tokens - other.tokens ||
    one.depth - other.depth
  return difference < 0
}

/** The cost of what runs so often; `rounds` is how often one after another. */
export const repeated = (bounds: Bounds, times: number, rounds: number): Cost => ({
  statements: 0,
  calls: bounds.calls * times,
  tool_calls: bounds.tool_calls * times,
  tokens: bounds.tokens * times,
  depth: bounds.depth * rounds,
})

export const multiplied = (cost: Cost, times: number, rounds: number): Cost =>
  cost === noCost || (times === 1 && rounds === 1) ? cost : { ...repeated(cost, times, rounds), statements: cost.statements }

export const costKey = (cost: Cost): string => `${cost.statements} ${cost.calls} ${cost.tool_calls} ${cost.tokens} ${cost.depth}`
