import * as tf from '@tensorflow/tfjs-core'
import { beforeAll, describe, expect, it } from 'vitest'
import type { BackendName } from '../../../../trainer/engine/index.ts'
import { randomStream } from '../../../../trainer/random/random-stream.ts'
import { startBackend } from '../../../../trainer/engine/backend/start-backend.ts'
import { embeddingRows } from '../../../../trainer/engine/network-shape.ts'
import type { NetworkShape } from '../../../../trainer/engine/network-shape.ts'
import type { TokenBlock } from '../../../../trainer/engine/token-block.ts'
import { tokenBlocks } from '../../../../trainer/engine/token-block.ts'
import { attention } from '../../../../trainer/engine/tensor/attention.ts'
import { embed } from '../../../../trainer/engine/tensor/embed.ts'
import { feedForward } from '../../../../trainer/engine/tensor/feed-forward.ts'
import { normalise } from '../../../../trainer/engine/tensor/normalise.ts'
import { product } from '../../../../trainer/engine/tensor/product.ts'
import { selectRows } from '../../../../trainer/engine/tensor/select-rows.ts'
import { sum } from '../../../../trainer/engine/tensor/sum.ts'
import { finiteDifference, relativeError } from '../finite-difference.ts'

type Sizes = readonly [rows: number, columns: number]

interface Case {
  readonly name: string
  readonly inputs: readonly Sizes[]
  readonly apply: (...inputs: tf.Tensor2D[]) => tf.Tensor2D
  /** Inputs of ones and minus ones instead of normal numbers. */
  readonly signs?: true
}

const [batch, time, heads, width, hidden] = [3, 5, 2, 8, 12]
const rows = batch * time
const square: Sizes = [width, width]
const everywhere = Int32Array.from({ length: rows }, (_, row) => row % time)
const predicting = Int32Array.of(2, 3, 0, 1, 3, 3)
/** `headWidth` 4 is what the kernel computes with; others are filled up. */
const sizes = { batch, heads, headWidth: width / heads, time, queries: time }

const embedded: NetworkShape = {
  vocabulary: 5, width, layers: 1, heads, positions: 6, feedForwardMultiple: 2, lookback: 2, restart: 3,
}
const embeddedRows = [{ prompt: [1, 2, 3], completion: [1, 4, 0] }, { prompt: [3, 0], completion: [2, 2] }]

const matrix = (label: string, [height, columns]: Sizes): Float32Array => {
  const stream = randomStream(4, label)
  return Float32Array.from({ length: height * columns }, () => stream.normal())
}

/** Takes the inputs as one list: the operations have different numbers of them. */
const spread = (operation: unknown): Case['apply'] => operation as Case['apply']

const cases: readonly Case[] = [
  { name: 'normalise', inputs: [[rows, width]], apply: spread(normalise) },
  { name: 'sum', inputs: [[rows, width], [rows, width]], apply: spread(sum) },
  { name: 'sum of one matrix with itself', inputs: [[rows, width]], apply: spread((x: tf.Tensor2D) => sum(x, x)) },
  { name: 'product to a wider matrix', inputs: [[rows, width], [width, hidden]], apply: spread(product) },
  { name: 'product to a narrower matrix', inputs: [[rows, hidden], [hidden, width]], apply: spread(product) },
  {
    name: 'embedding of tokens, those before them, and positions that start again',
    inputs: [[embeddingRows(embedded), width]],
    apply: spread((table: tf.Tensor2D) => embed(embedded, tokenBlocks(embeddedRows)[0] as TokenBlock, table)),
  },
  {
    name: 'selected rows, one of them twice',
    inputs: [[rows, width]],
    apply: spread((x: tf.Tensor2D) => selectRows(x, Int32Array.of(2, 7, 7, 14))),
  },
  {
    name: 'feed-forward block',
    // A sum of seven ones and minus ones is odd: no step crosses the corner of relu at 0, where there is no slope.
    inputs: [[rows, 7], [7, hidden], [hidden, 7]],
    apply: spread(feedForward),
    signs: true,
  },
  {
    name: 'attention of all positions',
    inputs: [[rows, width], square, square, square, square],
    apply: spread(attention(sizes, everywhere)),
  },
  {
    name: 'attention of some positions, one of them twice',
    inputs: [[rows, width], square, square, square, square],
    apply: spread(attention({ ...sizes, queries: 2 }, predicting)),
  },
  {
    name: 'attention of one sequence with one head',
    inputs: [[time, width], square, square, square, square],
    apply: spread(attention({ batch: 1, heads: 1, headWidth: width, time, queries: time }, everywhere.slice(0, time))),
  },
  {
    name: 'attention with heads of a width that is not a multiple of four',
    inputs: [[rows, 6], [6, 6], [6, 6], [6, 6], [6, 6]],
    apply: spread(attention({ ...sizes, headWidth: 3 }, everywhere)),
  },
  {
    name: 'attention with wide heads',
    inputs: [[rows, 20], [20, 20], [20, 20], [20, 20], [20, 20]],
    apply: spread(attention({ ...sizes, heads: 1, headWidth: 20 }, everywhere)),
  },
]

/** `Σ weights ⊙ result`, in double precision: something to differentiate. */
function weighted(apply: Case['apply'], inputs: readonly Sizes[], values: readonly Float32Array[]): number {
  let total = 0
  tf.tidy(() => {
    const result = apply(...inputs.map((sizes, index) => tf.tensor2d(values[index] ?? [], [...sizes])))
    const weights = matrix('weights', result.shape)
    result.dataSync<'float32'>().forEach((value, index) => (total += value * (weights[index] ?? 0)))
  })
  return total
}

/** The same slope by the operation's own gradient. */
function slopes(apply: Case['apply'], inputs: readonly Sizes[], values: readonly Float32Array[]): Float32Array[] {
  const found: Float32Array[] = []
  tf.tidy(() => {
    const total = (...given: tf.Tensor[]): tf.Tensor => {
      const result = apply(...(given as tf.Tensor2D[]))
      return tf.customGrad<tf.Scalar>(() => ({
        value: tf.scalar(0),
        gradFunc: () => tf.tensor2d(matrix('weights', result.shape), result.shape),
      }))(result)
    }
    const given = inputs.map((sizes, index) => tf.tensor2d(values[index] ?? [], [...sizes]))
    tf.grads(total)(given).forEach((slope) => found.push(slope.dataSync<'float32'>().slice()))
  })
  return found
}

describe.each(['cpu', 'wasm'] as const satisfies readonly BackendName[])('on %s', (backend) => {
  beforeAll(async () => {
    expect(await startBackend(backend)).toEqual({ kind: 'started' })
  })

  it.each(cases)('the gradient of $name is that of finite differences', ({ apply, inputs, signs }) => {
    const normal = inputs.map((sizes, index) => matrix(`input ${index}`, sizes))
    const values = signs ? normal.map((value) => value.map((entry) => (entry < 0 ? -1 : 1))) : normal
    const actual = slopes(apply, inputs, values)
    inputs.forEach((_, index) => {
      const compute = (moved: Float32Array): number =>
        weighted(apply, inputs, values.map((value, other) => (other === index ? moved : value)))
      const expected = finiteDifference(compute, values[index] ?? new Float32Array(0), 1e-2)
      expect(relativeError(expected, actual[index] ?? [])).toBeLessThan(2e-3)
    })
  })
})
