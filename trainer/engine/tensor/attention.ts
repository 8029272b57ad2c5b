import * as tf from '@tensorflow/tfjs-core'
import { attend, attendSlopes } from '../kernel/attention-kernel.ts'
import type { AttentionSizes } from '../kernel/attention-kernel.ts'
import { differentiable } from './differentiable.ts'
import { leftGradient, rightGradient } from './matrix-gradients.ts'

type AttentionOperation = (
  x: tf.Tensor2D, query: tf.Tensor2D, key: tf.Tensor2D, value: tf.Tensor2D, join: tf.Tensor2D,
) => tf.Tensor2D

/**
 * Multi-head attention of some positions of each sequence, `[batch × queries]` in all, to themselves and those before: from
 * the rows of `x`, `[batch × time, width]`, to `[batch × queries, width]`. Queries, keys and values come from one product; those
 * queries that nobody asks for cost less than selecting the others. The rest is done by a kernel of our own, because products
 * of many small matrices are slow in the tensor library.
 */
export function attention(sizes: AttentionSizes, positions: Int32Array): AttentionOperation {
  return differentiable(
    (x: tf.Tensor2D, query: tf.Tensor2D, key: tf.Tensor2D, value: tf.Tensor2D, join: tf.Tensor2D) => {
      const projection = tf.concat([query, key, value], 1)
      const projected = tf.matMul(x, projection)
      const width = join.shape[0]
      const heads = attend(projected.dataSync<'float32'>(), positions, sizes)
      const attended = tf.tensor2d(heads, [positions.length, width])
      return { value: tf.matMul(attended, join), kept: [x, projection, projected, attended, join] }
    },
    (slope, x, projection, projected, attended, join) => {
      const attendedSlope = leftGradient(slope, join).dataSync<'float32'>()
      const rows = attendSlopes(projected.dataSync<'float32'>(), positions, sizes, attendedSlope)
      const projectedSlope = tf.tensor2d(rows, [x.shape[0], projection.shape[1]])
      const [query, key, value] = tf.split(rightGradient(x, projectedSlope), 3, 1) as [tf.Tensor2D, tf.Tensor2D, tf.Tensor2D]
      return [leftGradient(projectedSlope, projection), query, key, value, rightGradient(attended, slope)]
    },
  )
}
