import * as tf from '@tensorflow/tfjs-core'
import type { NetworkShape } from '../network-shape.ts'
import type { LogitsLoss, TensorPass } from '../tensor-pass.ts'
import { weightLayout } from '../weight-layout.ts'
import { transformer } from './transformer.ts'

/** Puts weights on the current tensor backend, ready for forward and backward passes. */
export function openTensorPass(shape: NetworkShape, weights: Float32Array): TensorPass {
  const layout = weightLayout(shape)
  const matrices = layout.map(({ offset, size, rows, columns }) =>
    tf.tensor2d(weights.slice(offset, offset + size), [rows, columns]),
  )
  return {
    logits: (block) => {
      // tidy looks for tensors in what its function returns, number by number in an array: the logits leave another way.
      let values: Float32Array = new Float32Array(0)
      tf.tidy(() => {
        values = transformer(shape, matrices, block).dataSync<'float32'>()
      })
      return values
    },
    addGradient: (block, loss, total) => {
      tf.tidy(() => {
        const lossOfWeights = (...given: tf.Tensor[]): tf.Scalar =>
          lossOfLogits(transformer(shape, given as tf.Tensor2D[], block), loss)
        const { grads } = tf.valueAndGrads(lossOfWeights)([...matrices])
        grads.forEach((slope, index) => addTo(total, layout[index]?.offset ?? 0, slope.dataSync<'float32'>()))
      })
    },
    close: () => {
      for (const matrix of matrices) matrix.dispose()
    },
  }
}

/** A loss computed outside the tensor library, with its slope, as an operation on logits. */
function lossOfLogits(logits: tf.Tensor2D, loss: (logits: Float32Array) => LogitsLoss): tf.Scalar {
  return tf.customGrad<tf.Scalar>((given) => {
    const { loss: value, slope } = loss((given as tf.Tensor2D).dataSync<'float32'>())
    return { value: tf.scalar(value), gradFunc: () => tf.tensor2d(slope, logits.shape) }
  })(logits)
}

function addTo(total: Float64Array, offset: number, part: Float32Array): void {
  for (let index = 0; index < part.length; index += 1) {
    total[offset + index] = (total[offset + index] as number) + (part[index] as number)
  }
}
