import * as tf from '@tensorflow/tfjs-core'
import { differentiable } from './differentiable.ts'
import { leftGradient, rightGradient } from './matrix-gradients.ts'

/** `x · matrix`. */
export const product = differentiable(
  (x: tf.Tensor2D, matrix: tf.Tensor2D) => ({ value: tf.matMul(x, matrix), kept: [x, matrix] }),
  (slope, x, matrix) => [leftGradient(slope, matrix), rightGradient(x, slope)],
)
