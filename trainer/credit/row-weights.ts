/**
 * How much the calls of an execution weigh in a batch of E executions, execution i with K_i calls:
 * - `execution`: 1 / (E · K_i). Each execution weighs the same, its calls share its weight.
 * - `call`: 1 / Σ K. Each call weighs the same: long workflows weigh more.
 * - `trajectory`: 1 / E. Each call weighs as if it were alone: the exact policy gradient, the sum over the calls of an execution.
 *
 * Where the number of calls depends on replies, `execution` and `call` change the direction of the gradient.
 */
export type ExecutionWeighting = 'execution' | 'call' | 'trajectory'

export const executionWeightings: readonly ExecutionWeighting[] = ['execution', 'call', 'trajectory']

/** The weight of each call of each execution, from the executions' numbers of calls. 0 where an execution has none. */
export function rowWeights(callCounts: readonly number[], weighting: ExecutionWeighting): readonly number[] {
  const calls = callCounts.reduce((sum, count) => sum + count, 0)
  return callCounts.map((count) => {
    if (count === 0) return 0
    switch (weighting) {
      case 'execution':
        return 1 / (callCounts.length * count)
      case 'call':
        return 1 / calls
      case 'trajectory':
        return 1 / callCounts.length
    }
  })
}
