import type { Context } from './tabular-policy.ts'

/**
 * Adds `factor` times the derivative of log π(reply | context) by the logits: for a softmax, 1 − π for the reply itself and −π for each
 * other one. The vector holds the logits of all contexts.
 */
export function addScore(vector: Float64Array, { offset, probabilities }: Context, reply: number, factor: number): void {
  probabilities.forEach((probability, option) => {
    vector[offset + option] = (vector[offset + option] ?? NaN) + factor * ((option === reply ? 1 : 0) - probability)
  })
}
