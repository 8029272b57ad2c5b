import * as tf from '@tensorflow/tfjs-core'
import { differentiable } from './differentiable.ts'
import { leftGradient, rightGradient } from './matrix-gradients.ts'

/** `x · matrix`. */
export const product = differentiable(
  (x: tf.Tensor2D, matrix: tf.Tensor2D) => ({ value: tf.matMul(x, matrix), kept: [x, matrix] }),
  (slope, x, matrix) => [leftGradient(slope, matrix), rightGradient(x, slope)],
)

/** `constant · matrix`, differentiated with respect to the matrix alone. */
export function productWithConstant(constant: tf.Tensor2D, matrix: tf.Tensor2D): tf.Tensor2D {
  return differentiable(
    (right: tf.Tensor2D) => ({ value: tf.matMul(constant, right), kept: [constant] }),
    (slope, constant) => [rightGradient(constant, slope)],
  )(matrix)
}
