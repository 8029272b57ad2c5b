import type { RandomStream } from '../random/random-stream.ts'
import { drawByProbability } from './draw-by-probability.ts'
import type { SolvedDesign, SolvedExecution } from './solve-program.ts'

/** The executions of a task that are compared with each other, all designs together. */
export interface ExecutionGroup {
  readonly probability: number
  readonly executions: readonly SolvedExecution[]
}

/** How many different groups of this many executions of each design there are, whatever the order: Π over designs C(L + n − 1, n). */
export const countGroups = (designs: readonly SolvedDesign[], executions: number): number =>
  designs.reduce((product, design) => product * combinations(design.executions.length + executions - 1, executions), 1)

/**
 * Every group of this many executions of each design, whatever the order in which they came. Probabilities sum to 1: n! / Π kᵢ! orders of
 * a design's executions, kᵢ times execution i, all of the same probability Π pᵢ^kᵢ.
 */
export function* everyGroup(designs: readonly SolvedDesign[], executions: number): Generator<ExecutionGroup> {
  const [first, ...others] = designs
  if (first === undefined) {
    yield { probability: 1, executions: [] }
    return
  }
  for (const own of selections(first.executions, executions)) {
    for (const rest of everyGroup(others, executions)) {
      yield { probability: own.probability * rest.probability, executions: [...own.executions, ...rest.executions] }
    }
  }
}

/** The selections of so many, with repetition, whatever the order. */
function* selections(from: readonly SolvedExecution[], count: number): Generator<ExecutionGroup> {
  const [first, ...others] = from
  if (first === undefined) {
    if (count === 0) yield { probability: 1, executions: [] }
    return
  }
  for (let times = 0; times <= count; times += 1) {
    const probability = combinations(count, times) * first.probability ** times
    const own = Array.from({ length: times }, () => first)
    for (const rest of selections(others, count - times)) {
      yield { probability: probability * rest.probability, executions: [...own, ...rest.executions] }
    }
  }
}

/** Groups as they come: each as likely as it is, drawn with replacement; they share the probability. */
export function* drawnGroups(
  designs: readonly SolvedDesign[],
  executions: number,
  count: number,
  random: RandomStream,
): Generator<ExecutionGroup> {
  for (let group = 0; group < count; group += 1) {
    const drawn = designs.flatMap((design) => Array.from({ length: executions }, () => drawByProbability(design.executions, random)))
    yield { probability: 1 / count, executions: drawn }
  }
}

/** n over k. */
function combinations(n: number, k: number): number {
  let result = 1
  for (let index = 1; index <= k; index += 1) result = (result * (n - k + index)) / index
  return result
}
