import * as tf from '@tensorflow/tfjs-core'
import { differentiable } from './differentiable.ts'
import { leftGradient, rightGradient } from './matrix-gradients.ts'

/** How the rows of `[batch × time, width]` are cut into sequences and heads. */
export interface AttentionSizes {
  readonly batch: number
  readonly time: number
  readonly heads: number
}

type Operation = (
  x: tf.Tensor2D,
  query: tf.Tensor2D,
  key: tf.Tensor2D,
  value: tf.Tensor2D,
  join: tf.Tensor2D,
) => tf.Tensor2D

/** Low enough to vanish in a softmax, high enough to stay a number in a sum. */
const hidden = -1e9

/**
 * Causal multi-head attention on `[batch × time, width]` (Vaswani et al. 2017): position t attends to 0…t of its own
 * sequence. Sequences are padded on the right, so no position before the padding ever sees it.
 */
export function attention(sizes: AttentionSizes): Operation {
  const { batch, time, heads } = sizes

  /** `[batch × time, width]` → `[heads × batch, time, headWidth]`. */
  const split = (matrix: tf.Tensor2D): tf.Tensor3D => {
    const headWidth = matrix.shape[1] / heads
    const parts = tf.transpose(tf.reshape(matrix, [batch, time, heads, headWidth]), [2, 0, 1, 3])
    return tf.reshape(parts, [heads * batch, time, headWidth])
  }

  /** The way back. */
  const unite = (parts: tf.Tensor3D): tf.Tensor2D => {
    const headWidth = parts.shape[2]
    const rows = tf.transpose(tf.reshape(parts, [heads, batch, time, headWidth]), [1, 2, 0, 3])
    return tf.reshape(rows, [batch * time, heads * headWidth])
  }

  return differentiable(
    (x: tf.Tensor2D, query: tf.Tensor2D, key: tf.Tensor2D, value: tf.Tensor2D, join: tf.Tensor2D) => {
      const scale = Math.sqrt(heads / x.shape[1])
      const queries = split(tf.mul(tf.matMul(x, query), scale) as tf.Tensor2D)
      const keys = split(tf.matMul(x, key))
      const values = split(tf.matMul(x, value))
      const scores = tf.matMul(queries, keys, false, true)
      const weights = tf.softmax(tf.add(scores, causalBias(time)) as tf.Tensor3D)
      const united = unite(tf.matMul(weights, values))
      return {
        value: tf.matMul(united, join),
        kept: [x, query, key, value, join, queries, keys, values, weights, united],
      }
    },
    (slope, x, query, key, value, join, queries, keys, values, weights, united) => {
      const scale = Math.sqrt(heads / x.shape[1])
      const headSlope = split(leftGradient(slope, join))
      const weightSlope = tf.matMul(headSlope, values, false, true)
      const along = tf.sum(tf.mul(weightSlope, weights), 2, true)
      const scoreSlope = tf.mul(weights, tf.sub(weightSlope, along)) as tf.Tensor3D
      const querySlope = tf.mul(unite(tf.matMul(scoreSlope, keys)), scale) as tf.Tensor2D
      const keySlope = unite(tf.matMul(scoreSlope, queries, true, false))
      const valueSlope = unite(tf.matMul(weights, headSlope, true, false))
      const inputSlope = tf.addN([
        leftGradient(querySlope, query),
        leftGradient(keySlope, key),
        leftGradient(valueSlope, value),
      ])
      return [
        inputSlope,
        rightGradient(x, querySlope),
        rightGradient(x, keySlope),
        rightGradient(x, valueSlope),
        rightGradient(united, slope),
      ]
    },
  )
}

/** `[time, time]`: 0 up to the diagonal, hidden beyond. */
function causalBias(time: number): tf.Tensor2D {
  const bias = new Float32Array(time * time)
  for (let row = 0; row < time; row += 1) bias.fill(hidden, row * time + row + 1, (row + 1) * time)
  return tf.tensor2d(bias, [time, time])
}
