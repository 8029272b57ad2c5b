import { randomStream } from '../random/random-stream.ts'
import type { NetworkShape } from './network-shape.ts'
import type { WeightMatrix } from './weight-layout.ts'
import { parameterCount, weightLayout } from './weight-layout.ts'

/**
 * Weights to start from, drawn from a normal distribution. Each matrix has its own stream, named by the seed and the
 * matrix, so that adding a layer does not change the others.
 */
export function initialWeights(shape: NetworkShape, seed: number): Float32Array {
  const weights = new Float32Array(parameterCount(shape))
  for (const matrix of weightLayout(shape)) {
    const stream = randomStream(seed, 'initial weights', matrix.name)
    const deviation = initialDeviation(matrix, shape.layers)
    for (let index = 0; index < matrix.size; index += 1) weights[matrix.offset + index] = deviation * stream.normal()
  }
  return weights
}

function initialDeviation({ name, rows }: WeightMatrix, layers: number): number {
  if (name === 'embedding') return 0.1
  // Small first logits: an untrained policy prefers nothing strongly.
  if (name === 'output') return 0.5 / Math.sqrt(rows)
  // What is added to the residual stream shrinks with depth, so that its variance does not grow with it (GPT-2).
  const addsToStream = name.endsWith('.join') || name.endsWith('.contract')
  return (addsToStream ? 1 / Math.sqrt(2 * layers) : 1) / Math.sqrt(rows)
}
