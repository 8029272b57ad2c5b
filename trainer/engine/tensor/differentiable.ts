import * as tf from '@tensorflow/tfjs-core'

/** What a forward pass computes, and what its backward pass needs of it. */
export interface Forward<Kept extends [] | tf.Tensor[]> {
  readonly value: tf.Tensor2D
  /** All that the backward pass reads: nothing else from the forward pass, its inputs included, is still there then. */
  readonly kept: Kept
}

/**
 * An operation on matrices with a gradient of its own (`tf.customGrad` with types). `backward` receives the slope of the
 * loss with respect to the value, and what was kept; it returns the slopes with respect to the inputs, in order.
 */
export function differentiable<Inputs extends [] | tf.Tensor2D[], Kept extends [] | tf.Tensor[]>(
  forward: (...inputs: Inputs) => Forward<Kept>,
  backward: (slope: tf.Tensor2D, ...kept: Kept) => Inputs,
): (...inputs: Inputs) => tf.Tensor2D {
  return (...inputs) =>
    tf.customGrad<tf.Tensor2D>((...given) => {
      const save = given[inputs.length] as tf.GradSaveFunc
      const { value, kept } = forward(...(given.slice(0, inputs.length) as unknown as Inputs))
      save([...kept])
      return {
        value,
        gradFunc: (slope, saved) => [...backward(slope, ...(saved as unknown as Kept))],
      }
    })(...inputs)
}
