import * as tf from '@tensorflow/tfjs-core'
import type { NetworkShape } from '../network-shape.ts'
import type { TokenBlock } from '../token-block.ts'
import { differentiable } from './differentiable.ts'

/** Marks a token that is not there. */
const none = -1

/**
 * The sum of the embedding's rows for each position of a block, `[batch × time, width]`: those of the tokens that it sees and that
 * of its position. Looked up in plain TypeScript: `tf.gather` is slow on the WASM backend, and a product with ones and zeros costs
 * as much as one with a weight matrix, three times.
 */
export function embed(shape: NetworkShape, block: TokenBlock, embedding: tf.Tensor2D): tf.Tensor2D {
  const { width, lookback = 0 } = shape
  const perPosition = lookback + 2
  const indices = embeddingIndices(shape, block)
  const positions = indices.length / perPosition
  return differentiable(
    (given: tf.Tensor2D) => {
      const table = given.dataSync<'float32'>()
      const stream = new Float32Array(positions * width)
      for (let position = 0, at = 0, to = 0; position < positions; position += 1, to += width) {
        for (let part = 0; part < perPosition; part += 1, at += 1) {
          const row = indices[at] as number
          if (row !== none) addRow(table, row * width, stream, to, width)
        }
      }
      return { value: tf.tensor2d(stream, [positions, width]), kept: [] }
    },
    (slope) => {
      const source = slope.dataSync<'float32'>()
      // Thousands of slopes come together in a row: summed in double precision.
      const total = new Float64Array(embedding.size)
      for (let position = 0, at = 0, from = 0; position < positions; position += 1, from += width) {
        for (let part = 0; part < perPosition; part += 1, at += 1) {
          const row = indices[at] as number
          if (row !== none) addSlopes(source, from, total, row * width, width)
        }
      }
      return [tf.tensor2d(new Float32Array(total), embedding.shape)]
    },
  )(embedding)
}

// Twice, one for each kind of sum: code that meets both kinds of array is several times slower.

function addRow(source: Float32Array, from: number, sum: Float32Array, to: number, width: number): void {
  for (let c = 0; c < width; c += 1) sum[to + c] = (sum[to + c] as number) + (source[from + c] as number)
}

function addSlopes(source: Float32Array, from: number, sum: Float64Array, to: number, width: number): void {
  for (let c = 0; c < width; c += 1) sum[to + c] = (sum[to + c] as number) + (source[from + c] as number)
}

/** Which rows of the embedding each position adds up: its token, those before it as far as it looks back, and its position. */
function embeddingIndices(shape: NetworkShape, { tokens, batch, time }: TokenBlock): Int32Array {
  const { vocabulary, positions, lookback = 0, restart } = shape
  const indices = new Int32Array(batch * time * (lookback + 2)).fill(none)
  let position = 0
  for (let row = 0, at = 0; row < batch * time; row += 1, at += lookback + 2) {
    const seen = Math.min(lookback, row % time)
    for (let back = 0; back <= seen; back += 1) indices[at + back] = back * vocabulary + (tokens[row - back] as number)
    position = row % time === 0 || tokens[row] === restart ? 0 : position + 1
    // A block may be padded beyond the last position; nothing reads what stands there.
    indices[at + lookback + 1] = vocabulary * (1 + lookback) + Math.min(position, positions - 1)
  }
  return indices
}
