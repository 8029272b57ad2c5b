import * as tf from '@tensorflow/tfjs-core'
import type { NetworkShape } from '../network-shape.ts'
import type { TokenBlock } from '../token-block.ts'
import { weightLayout } from '../weight-layout.ts'
import { attention } from './attention.ts'
import { feedForward } from './feed-forward.ts'
import { normalise } from './normalise.ts'
import { product, productWithConstant } from './product.ts'
import { sum } from './sum.ts'

/**
 * The decoder-only transformer over a block of sequences: logits `[batch × time, vocabulary]`, where row `b · time + t`
 * predicts the token after position t. `matrices` are the weights in the order of `weightLayout`. Each layer adds attention
 * and a feed-forward block, both on the normalised stream.
 */
export function transformer(shape: NetworkShape, matrices: readonly tf.Tensor2D[], block: TokenBlock): tf.Tensor2D {
  const names = new Map(weightLayout(shape).map(({ name }, index) => [name, index]))
  const matrix = (name: string): tf.Tensor2D => {
    const found = matrices[names.get(name) ?? -1]
    if (found === undefined) throw new RangeError(`No weight matrix is called ${name}`)
    return found
  }
  const attend = attention({ batch: block.batch, time: block.time, heads: shape.heads })

  let stream = productWithConstant(tokenAndPosition(shape, block), matrix('embedding'))
  for (let layer = 0; layer < shape.layers; layer += 1) {
    const part = (name: string): tf.Tensor2D => matrix(`layer${layer}.${name}`)
    const attended = attend(normalise(stream), part('query'), part('key'), part('value'), part('join'))
    stream = sum(stream, attended)
    stream = sum(stream, feedForward(normalise(stream), part('expand'), part('contract')))
  }
  return product(normalise(stream), matrix('output'))
}

/** `[batch × time, vocabulary + positions]` with a one for the token and a one for the position: looking up as a product. */
function tokenAndPosition(shape: NetworkShape, { tokens, batch, time }: TokenBlock): tf.Tensor2D {
  const columns = shape.vocabulary + shape.positions
  const marks = new Float32Array(batch * time * columns)
  for (let row = 0; row < batch * time; row += 1) {
    marks[row * columns + (tokens[row] as number)] = 1
    // A block may be padded beyond the last position; nothing reads what stands there.
    marks[row * columns + shape.vocabulary + Math.min(row % time, shape.positions - 1)] = 1
  }
  return tf.tensor2d(marks, [batch * time, columns])
}
