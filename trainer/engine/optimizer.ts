/** How one step is taken. */
export interface OptimizerSettings {
  readonly learningRate: number
  /** The rate grows linearly from `learningRate / warmUpSteps` over this many steps since the optimizer's start; default 0. */
  readonly warmUpSteps?: number
  /** Decay of the mean of gradients; default 0.9. */
  readonly beta1?: number
  /** Decay of the mean of squared gradients; default 0.999. */
  readonly beta2?: number
  /** Default 1e-8. */
  readonly epsilon?: number
  /** A gradient of larger Euclidean norm over all weights is scaled down to it; default 1, `null` for no limit. */
  readonly maximumGradientNorm?: number | null
}

/** All that Adam remembers between steps. */
export interface OptimizerState {
  readonly steps: number
  /** Running mean of gradients, one per weight. */
  readonly mean: Float32Array
  /** Running mean of squared gradients, one per weight. */
  readonly square: Float32Array
}

/** What a step did. */
export interface OptimizerStep {
  readonly state: OptimizerState
  /** The rate used, warm-up included. */
  readonly learningRate: number
  /** Norm of the gradient before it was limited. */
  readonly gradientNorm: number
}

/** The state of an optimizer that has not taken a step. */
export function initialOptimizerState(size: number): OptimizerState {
  return { steps: 0, mean: new Float32Array(size), square: new Float32Array(size) }
}

/**
 * One step of Adam (Kingma and Ba 2015, with bias correction), in place on the weights and on the state's vectors. The
 * arithmetic is in double precision and rounded once on storing, so a saved state continues bit for bit.
 */
export function adamStep(
  weights: Float32Array,
  gradient: Float64Array,
  state: OptimizerState,
  settings: OptimizerSettings,
): OptimizerStep {
  const { warmUpSteps = 0, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8, maximumGradientNorm = 1 } = settings
  const { mean, square } = state
  const steps = state.steps + 1
  const learningRate = settings.learningRate * (warmUpSteps > 0 ? Math.min(1, steps / warmUpSteps) : 1)

  const gradientNorm = euclideanNorm(gradient)
  const limited = maximumGradientNorm !== null && gradientNorm > maximumGradientNorm
  const scale = limited ? maximumGradientNorm / gradientNorm : 1
  const meanCorrection = 1 / (1 - beta1 ** steps)
  const squareCorrection = 1 / (1 - beta2 ** steps)

  for (let index = 0; index < weights.length; index += 1) {
    const slope = (gradient[index] as number) * scale
    const newMean = beta1 * (mean[index] as number) + (1 - beta1) * slope
    const newSquare = beta2 * (square[index] as number) + (1 - beta2) * slope * slope
    mean[index] = newMean
    square[index] = newSquare
    const change = (newMean * meanCorrection) / (Math.sqrt(newSquare * squareCorrection) + epsilon)
    weights[index] = (weights[index] as number) - learningRate * change
  }
  return { state: { steps, mean, square }, learningRate, gradientNorm }
}

/** Square root of the sum of squares. */
export function euclideanNorm(vector: Float64Array): number {
  let total = 0
  for (let index = 0; index < vector.length; index += 1) total += (vector[index] as number) ** 2
  return Math.sqrt(total)
}
