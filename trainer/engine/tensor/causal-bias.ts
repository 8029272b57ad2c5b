import * as tf from '@tensorflow/tfjs-core'

/** Low enough to vanish in a softmax, high enough to stay a number in a sum. */
const hidden = -1e9

/**
 * `[positions.length, time]`: 0 up to each row's position, hidden beyond it. Sequences are padded on the right, so that
 * hiding what comes later hides the padding too.
 */
export function causalBias(positions: ArrayLike<number>, time: number): tf.Tensor2D {
  const bias = new Float32Array(positions.length * time)
  for (let row = 0; row < positions.length; row += 1) {
    bias.fill(hidden, row * time + (positions[row] as number) + 1, (row + 1) * time)
  }
  return tf.tensor2d(bias, [positions.length, time])
}
