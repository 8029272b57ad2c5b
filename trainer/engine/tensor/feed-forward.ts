import * as tf from '@tensorflow/tfjs-core'
import { differentiable } from './differentiable.ts'
import { leftGradient, rightGradient } from './matrix-gradients.ts'

/** The feed-forward block `relu(x · expand) · contract` on `[n, width]`. */
export const feedForward = differentiable(
  (x: tf.Tensor2D, expand: tf.Tensor2D, contract: tf.Tensor2D) => {
    const active = tf.fused.matMul({ a: x, b: expand, activation: 'relu' }) as tf.Tensor2D
    return { value: tf.matMul(active, contract), kept: [x, expand, contract, active] }
  },
  (slope, x, expand, contract, active) => {
    const hiddenSlope = tf.mul(leftGradient(slope, contract), tf.step(active)) as tf.Tensor2D
    return [leftGradient(hiddenSlope, expand), rightGradient(x, hiddenSlope), rightGradient(active, slope)]
  },
)
