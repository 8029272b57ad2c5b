import * as tf from '@tensorflow/tfjs-core'
import { embeddingRows } from '../network-shape.ts'
import type { NetworkShape } from '../network-shape.ts'
import type { TokenBlock } from '../token-block.ts'
import { predictionPosition } from '../token-block.ts'
import { weightLayout } from '../weight-layout.ts'
import { attention } from './attention.ts'
import { causalBias } from './causal-bias.ts'
import { feedForward } from './feed-forward.ts'
import { normalise } from './normalise.ts'
import { product, productWithConstant } from './product.ts'
import { selectRows } from './select-rows.ts'
import { sum } from './sum.ts'

/**
 * The decoder-only transformer over a block of sequences. Each layer adds attention and a feed-forward block, both on the
 * normalised stream. Returns logits `[batch × predictions, vocabulary]`, where row `b · predictions + t` is about the token
 * t of sequence b's completion: the last layer computes nothing else for the prompt than its keys and values.
 * `matrices` are the weights in the order of `weightLayout`.
 */
export function transformer(shape: NetworkShape, matrices: readonly tf.Tensor2D[], block: TokenBlock): tf.Tensor2D {
  const names = new Map(weightLayout(shape).map(({ name }, index) => [name, index]))
  const matrix = (name: string): tf.Tensor2D => {
    const found = matrices[names.get(name) ?? -1]
    if (found === undefined) throw new RangeError(`No weight matrix is called ${name}`)
    return found
  }
  const { batch, time, predictions } = block
  const { heads, layers } = shape
  const everywhere = Array.from({ length: time }, (_, position) => position)
  const attendAll = attention({ batch, heads, queries: time, keys: time }, causalBias(everywhere, time))
  const predicting = predictingPositions(block)
  const predictingRows = predicting.map((position, index) => Math.floor(index / predictions) * time + position)
  const attendLast = attention({ batch, heads, queries: predictions, keys: time }, causalBias(predicting, time))

  let stream = productWithConstant(tokenAndPosition(shape, block), matrix('embedding'))
  for (let layer = 0; layer < layers; layer += 1) {
    const isLast = layer === layers - 1
    const part = (name: string): tf.Tensor2D => matrix(`layer${layer}.${name}`)
    const asked = normalise(stream)
    if (isLast) stream = selectRows(stream, predictingRows)
    const asking = isLast ? selectRows(asked, predictingRows) : asked
    const attend = isLast ? attendLast : attendAll
    stream = sum(stream, attend(asking, asked, part('query'), part('key'), part('value'), part('join')))
    stream = sum(stream, feedForward(normalise(stream), part('expand'), part('contract')))
  }
  return product(normalise(stream), matrix('output'))
}

/** The position in its sequence of each row of logits. */
function predictingPositions(block: TokenBlock): Int32Array {
  const { batch, predictions } = block
  return Int32Array.from({ length: batch * predictions }, (_, index) =>
    predictionPosition(block, Math.floor(index / predictions), index % predictions),
  )
}

/** `[batch × time, embedding rows]` with a one for each token seen and one for the position: looking up as a product. */
function tokenAndPosition(shape: NetworkShape, { tokens, batch, time }: TokenBlock): tf.Tensor2D {
  const columns = embeddingRows(shape)
  const marks = new Float32Array(batch * time * columns)
  let position = 0
  for (let row = 0; row < batch * time; row += 1) {
    const seen = Math.min(shape.lookback ?? 0, row % time)
    for (let back = 0; back <= seen; back += 1) {
      marks[row * columns + back * shape.vocabulary + (tokens[row - back] as number)] = 1
    }
    position = row % time === 0 || tokens[row] === shape.restart ? 0 : position + 1
    // A block may be padded beyond the last position; nothing reads what stands there.
    marks[row * columns + columns - shape.positions + Math.min(position, shape.positions - 1)] = 1
  }
  return tf.tensor2d(marks, [batch * time, columns])
}
