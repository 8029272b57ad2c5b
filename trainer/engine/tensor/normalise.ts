import * as tf from '@tensorflow/tfjs-core'
import { normalisationEpsilon } from '../network-shape.ts'
import { differentiable } from './differentiable.ts'

/**
 * Divides each row of `[n, width]` by its root mean square: `y = x · r` with `r = (mean(x²) + ε)^-½`. Its gradient is
 * `dx = r · (dy − y · mean(dy ⊙ y))`.
 */
export const normalise = differentiable(
  (x: tf.Tensor2D) => {
    const scale = tf.rsqrt(tf.add(rowMeans(tf.mul(x, x)), normalisationEpsilon)) as tf.Tensor2D
    const value = tf.mul(x, scale) as tf.Tensor2D
    return { value, kept: [value, scale] }
  },
  (slope, value, scale) => {
    const along = rowMeans(tf.mul(slope, value))
    return [tf.mul(scale, tf.sub(slope, tf.mul(value, along)))]
  },
)

function rowMeans(matrix: tf.Tensor2D): tf.Tensor2D {
  return tf.div(tf.sum(matrix, 1, true), matrix.shape[1])
}
