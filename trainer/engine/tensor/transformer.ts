import type * as tf from '@tensorflow/tfjs-core'
import type { NetworkShape } from '../network-shape.ts'
import type { TokenBlock } from '../token-block.ts'
import { predictionPosition } from '../token-block.ts'
import { weightLayout } from '../weight-layout.ts'
import { attention } from './attention.ts'
import { embed } from './embed.ts'
import { feedForward } from './feed-forward.ts'
import { normalise } from './normalise.ts'
import { product } from './product.ts'
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
  const all = { batch, heads, headWidth: shape.width / heads, time, queries: time }
  const attendAll = attention(all, new Int32Array(batch * time).map((_, row) => row % time))
  const predicting = predictingPositions(block)
  const predictingRows = predicting.map((position, index) => Math.floor(index / predictions) * time + position)
  const attendLast = attention({ ...all, queries: predictions }, predicting)

  let stream = embed(shape, block, matrix('embedding'))
  for (let layer = 0; layer < layers; layer += 1) {
    const isLast = layer === layers - 1
    const part = (name: string): tf.Tensor2D => matrix(`layer${layer}.${name}`)
    const attend = isLast ? attendLast : attendAll
    const attended = attend(normalise(stream), part('query'), part('key'), part('value'), part('join'))
    stream = sum(isLast ? selectRows(stream, predictingRows) : stream, attended)
    stream = sum(stream, feedForward(normalise(stream), part('expand'), part('contract')))
  }
  return product(normalise(stream), matrix('output'))
}

/** The position in its sequence of each row of logits. */
function predictingPositions(block: TokenBlock): Int32Array {
  const { batch, predictions } = block
  return new Int32Array(batch * predictions).map((_, index) =>
    predictionPosition(block, Math.floor(index / predictions), index % predictions),
  )
}
