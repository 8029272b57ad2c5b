import * as tf from '@tensorflow/tfjs-core'

/**
 * A copy of a matrix with data of its own, for the right-hand side of `tf.matMul`. The WASM backend keeps the packed form of
 * a right-hand side under its data's identity: the same data used there under two shapes gives silently wrong products.
 */
export function packable(matrix: tf.Tensor2D): tf.Tensor2D {
  return tf.add(matrix, 0)
}
