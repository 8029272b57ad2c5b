import * as tf from '@tensorflow/tfjs-core'
import { packable } from './packable.ts'

// Default gradients of matMul use its transpose flags, which the WASM backend computes ten times slower than a product of
// explicitly transposed matrices.

/** Gradient of `x · matrix` with respect to x: `slope · matrixᵀ`. */
export function leftGradient(slope: tf.Tensor2D, matrix: tf.Tensor2D): tf.Tensor2D {
  return tf.matMul(slope, tf.transpose(matrix))
}

/** Gradient of `x · matrix` with respect to the matrix: `xᵀ · slope`, computed with the narrower of the two on the right. */
export function rightGradient(x: tf.Tensor2D, slope: tf.Tensor2D): tf.Tensor2D {
  const [, inner] = x.shape
  const [, columns] = slope.shape
  return columns <= inner
    ? tf.matMul(tf.transpose(x), packable(slope))
    : tf.transpose(tf.matMul(tf.transpose(slope), packable(x)))
}
