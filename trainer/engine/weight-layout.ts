import { embeddingRows } from './network-shape.ts'
import type { NetworkShape } from './network-shape.ts'

/** One weight matrix, row-major, inside the flat vector of all weights. */
export interface WeightMatrix {
  readonly name: string
  readonly rows: number
  readonly columns: number
  /** Where its first number stands in the flat vector. */
  readonly offset: number
  readonly size: number
}

/**
 * The weight matrices of a shape, in the order in which they stand in the flat vector. Matrices multiply from the right
 * (`row × matrix`). `embedding` holds one row per token, then one row per position. There are no biases and no gains: RMS
 * normalisation is always followed by a matrix, which can take a gain over.
 */
export function weightLayout(shape: NetworkShape): readonly WeightMatrix[] {
  const { vocabulary, width, layers, feedForwardMultiple } = shape
  const hidden = width * feedForwardMultiple
  const sizes: [string, number, number][] = [['embedding', embeddingRows(shape), width]]
  for (let layer = 0; layer < layers; layer += 1) {
    sizes.push(
      [`layer${layer}.query`, width, width],
      [`layer${layer}.key`, width, width],
      [`layer${layer}.value`, width, width],
      [`layer${layer}.join`, width, width],
      [`layer${layer}.expand`, width, hidden],
      [`layer${layer}.contract`, hidden, width],
    )
  }
  sizes.push(['output', width, vocabulary])

  let offset = 0
  return sizes.map(([name, rows, columns]) => {
    const matrix = { name, rows, columns, offset, size: rows * columns }
    offset += matrix.size
    return matrix
  })
}

/** How many numbers a network of this shape learns. */
export function parameterCount(shape: NetworkShape): number {
  return weightLayout(shape).reduce((total, matrix) => total + matrix.size, 0)
}

/** The named matrices as views into the flat vector: writing to one writes to the other. */
export function weightViews(shape: NetworkShape, weights: Float32Array): ReadonlyMap<string, Float32Array> {
  return new Map(weightLayout(shape).map(({ name, offset, size }) => [name, weights.subarray(offset, offset + size)]))
}
