import * as tf from '@tensorflow/tfjs-core'
import { differentiable } from './differentiable.ts'
import { leftGradient, rightGradient } from './matrix-gradients.ts'

/** How matrices of one row per position are cut into sequences and heads. */
export interface AttentionSizes {
  readonly batch: number
  readonly heads: number
  /** Positions per sequence that ask. */
  readonly queries: number
  /** Positions per sequence that are asked. */
  readonly keys: number
}

type AttentionOperation = (
  asking: tf.Tensor2D,
  asked: tf.Tensor2D,
  query: tf.Tensor2D,
  key: tf.Tensor2D,
  value: tf.Tensor2D,
  join: tf.Tensor2D,
) => tf.Tensor2D

/**
 * Multi-head attention (Vaswani et al. 2017) from the rows of `asking`, `[batch × queries, width]`, to the rows of `asked`,
 * `[batch × keys, width]`, of the same sequence. `bias` is added to the scores: `[n, keys]`, where n is `queries`, or
 * `batch × queries` for a bias that differs between sequences.
 */
export function attention(sizes: AttentionSizes, bias: tf.Tensor2D): AttentionOperation {
  const { batch, heads, queries: queryTime, keys: keyTime } = sizes

  /** `[batch × time, width]` → `[heads × batch, time, headWidth]`. */
  const split = (matrix: tf.Tensor2D, time: number): tf.Tensor3D => {
    const headWidth = matrix.shape[1] / heads
    const parts = tf.transpose(tf.reshape(matrix, [batch, time, heads, headWidth]), [2, 0, 1, 3])
    return tf.reshape(parts, [heads * batch, time, headWidth])
  }

  /** The way back. */
  const unite = (parts: tf.Tensor3D, time: number): tf.Tensor2D => {
    const headWidth = parts.shape[2]
    const rows = tf.transpose(tf.reshape(parts, [heads, batch, time, headWidth]), [1, 2, 0, 3])
    return tf.reshape(rows, [batch * time, heads * headWidth])
  }

  const weigh = (scores: tf.Tensor3D): tf.Tensor3D => {
    const biased = tf.add(tf.reshape(scores, [-1, ...bias.shape]), bias) as tf.Tensor3D
    return tf.reshape(tf.softmax(biased), [heads * batch, queryTime, keyTime])
  }

  return differentiable(
    (
      asking: tf.Tensor2D,
      asked: tf.Tensor2D,
      query: tf.Tensor2D,
      key: tf.Tensor2D,
      value: tf.Tensor2D,
      join: tf.Tensor2D,
    ) => {
      const scale = Math.sqrt(heads / asking.shape[1])
      const queries = split(tf.mul(tf.matMul(asking, query), scale) as tf.Tensor2D, queryTime)
      const keys = split(tf.matMul(asked, key), keyTime)
      const values = split(tf.matMul(asked, value), keyTime)
      const weights = weigh(tf.matMul(queries, keys, false, true))
      const united = unite(tf.matMul(weights, values), queryTime)
      return {
        value: tf.matMul(united, join),
        kept: [asking, asked, query, key, value, join, queries, keys, values, weights, united],
      }
    },
    (slope, asking, asked, query, key, value, join, queries, keys, values, weights, united) => {
      const scale = Math.sqrt(heads / asking.shape[1])
      const headSlope = split(leftGradient(slope, join), queryTime)
      const weightSlope = tf.matMul(headSlope, values, false, true)
      const along = tf.sum(tf.mul(weightSlope, weights), 2, true)
      const scoreSlope = tf.mul(weights, tf.sub(weightSlope, along)) as tf.Tensor3D
      const querySlope = tf.mul(unite(tf.matMul(scoreSlope, keys), queryTime), scale) as tf.Tensor2D
      const keySlope = unite(tf.matMul(scoreSlope, queries, true, false), keyTime)
      const valueSlope = unite(tf.matMul(weights, headSlope, true, false), keyTime)
      return [
        leftGradient(querySlope, query),
        tf.add(leftGradient(keySlope, key), leftGradient(valueSlope, value)),
        rightGradient(asking, querySlope),
        rightGradient(asked, keySlope),
        rightGradient(asked, valueSlope),
        rightGradient(united, slope),
      ]
    },
  )
}
