import * as tf from '@tensorflow/tfjs-core'
import { differentiable } from './differentiable.ts'

/**
 * The rows of a matrix at `indices`, which may repeat. Copied in plain TypeScript: `tf.gather` is slow on the WASM backend,
 * and its gradient is not there.
 */
export function selectRows(matrix: tf.Tensor2D, indices: Int32Array): tf.Tensor2D {
  const [rows, columns] = matrix.shape
  return differentiable(
    (given: tf.Tensor2D) => {
      const source = given.dataSync<'float32'>()
      const selected = new Float32Array(indices.length * columns)
      indices.forEach((row, index) => {
        selected.set(source.subarray(row * columns, (row + 1) * columns), index * columns)
      })
      return { value: tf.tensor2d(selected, [indices.length, columns]), kept: [] }
    },
    (slope) => {
      const source = slope.dataSync<'float32'>()
      const spread = new Float32Array(rows * columns)
      indices.forEach((row, index) => {
        for (let column = 0; column < columns; column += 1) {
          const at = row * columns + column
          spread[at] = (spread[at] as number) + (source[index * columns + column] as number)
        }
      })
      return [tf.tensor2d(spread, [rows, columns])]
    },
  )(matrix)
}
