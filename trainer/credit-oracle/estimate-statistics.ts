import { rankCorrelation } from '../statistics/index.ts'
import type { CallAdvantages, ExecutionWeighting } from '../credit/index.ts'
import type { ExecutionGroup } from './execution-groups.ts'
import { gradientEstimate } from './gradient-estimate.ts'
import type { SolvedProgram } from './solve-program.ts'

/** How the gradients and advantages of an estimator compare with the exact ones, over groups of executions. */
export interface EstimateStatistics {
  /** E ĝ, by each logit. */
  readonly expectation: Float64Array
  /** c = E ĝ · g / g · g: what the exact gradient g is multiplied with, as far as it is. */
  readonly scale: number
  /** |E ĝ / c − g| / |g|: what is left of the bias where the learning rate makes up for the scale. */
  readonly bias: number
  /** E |ĝ − E ĝ|² / (c² |g|²): the variance of all components, relative to the gradient, at the same scale. */
  readonly variance: number
  /** The mean over groups of Spearman's correlation of the advantages with the exact ones; 0 for a group whose advantages are all equal. */
  readonly rankCorrelation: number
  /** Model requests of a group, replays included. */
  readonly requests: number
}

/** Adds up, group by group, what {@link EstimateStatistics} tells. */
export class EstimateSums {
  readonly #solved: SolvedProgram
  readonly #weighting: ExecutionWeighting
  readonly #sum: Float64Array
  #squares = 0
  #correlation = 0
  #ranked = 0
  #requests = 0

  constructor(solved: SolvedProgram, weighting: ExecutionWeighting) {
    this.#solved = solved
    this.#weighting = weighting
    this.#sum = new Float64Array(solved.gradient.length)
  }

  /** `replayed` are requests that the estimator made on top of those of the group. */
  add({ probability, executions }: ExecutionGroup, advantages: CallAdvantages, replayed: number): void {
    const estimate = gradientEstimate(executions, advantages, this.#weighting, this.#sum.length)
    estimate.forEach((value, parameter) => {
      this.#sum[parameter] = (this.#sum[parameter] ?? NaN) + probability * value
    })
    this.#squares += probability * squared(estimate)
    this.#requests += probability * executions.reduce((sum, { execution }) => sum + execution.requests, replayed)
    const exact = executions.flatMap(({ calls }) => calls.map(({ advantage }) => rounded(advantage)))
    if (exact.every((advantage) => advantage === exact[0])) return
    const correlation = rankCorrelation(advantages.flat().map(rounded), exact)
    this.#ranked += probability
    this.#correlation += Number.isNaN(correlation) ? 0 : probability * correlation
  }

  /** With E ĝ as it was summed up, or as it is known. */
  statistics(expectation = this.#sum): EstimateStatistics {
    const { gradient } = this.#solved
    const size = squared(gradient)
    const scale = expectation.reduce((sum, value, parameter) => sum + value * (gradient[parameter] ?? NaN), 0) / size
    const rest = expectation.map((value, parameter) => value / scale - (gradient[parameter] ?? NaN))
    return {
      expectation,
      scale,
      bias: Math.sqrt(squared(rest) / size),
      variance: (this.#squares - squared(expectation)) / (scale ** 2 * size),
      rankCorrelation: this.#correlation / this.#ranked,
      requests: this.#requests,
    }
  }
}

const squared = (vector: Float64Array): number => vector.reduce((sum, value) => sum + value * value, 0)

/** Ranks are for differences that mean something: equal values that were computed in different orders stay equal. */
const rounded = (value: number): number => Math.round(value * 1e9) / 1e9
