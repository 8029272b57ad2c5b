import * as tf from '@tensorflow/tfjs-core'
import { beforeAll, describe, expect, it } from 'vitest'
import type { BackendName } from '../../../../trainer/engine/index.ts'
import { randomStream } from '../../../../trainer/random/random-stream.ts'
import { startBackend } from '../../../../trainer/engine/backend/start-backend.ts'
import { attention } from '../../../../trainer/engine/tensor/attention.ts'
import { causalBias } from '../../../../trainer/engine/tensor/causal-bias.ts'
import { feedForward } from '../../../../trainer/engine/tensor/feed-forward.ts'
import { normalise } from '../../../../trainer/engine/tensor/normalise.ts'
import { product, productWithConstant } from '../../../../trainer/engine/tensor/product.ts'
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
const everywhere = [0, 1, 2, 3, 4]
const predicting = [2, 3, 0, 1, 3, 4]

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
    name: 'product with a constant',
    inputs: [[hidden, width]],
    apply: spread((x: tf.Tensor2D) => productWithConstant(tf.tensor2d(matrix('constant', [rows, hidden]), [rows, hidden]), x)),
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
    apply: spread((x: tf.Tensor2D, query: tf.Tensor2D, key: tf.Tensor2D, value: tf.Tensor2D, join: tf.Tensor2D) =>
      attention({ batch, heads, queries: time, keys: time }, causalBias(everywhere, time))(x, x, query, key, value, join),
    ),
  },
  {
    name: 'attention of some positions',
    inputs: [[6, width], [rows, width], square, square, square, square],
    apply: spread((...inputs: [tf.Tensor2D, tf.Tensor2D, tf.Tensor2D, tf.Tensor2D, tf.Tensor2D, tf.Tensor2D]) =>
      attention({ batch, heads, queries: 2, keys: time }, causalBias(predicting, time))(...inputs),
    ),
  },
  {
    name: 'attention of one sequence with one head',
    inputs: [[time, width], square, square, square, square],
    apply: spread((x: tf.Tensor2D, query: tf.Tensor2D, key: tf.Tensor2D, value: tf.Tensor2D, join: tf.Tensor2D) =>
      attention({ batch: 1, heads: 1, queries: time, keys: time }, causalBias(everywhere, time))(x, x, query, key, value, join),
    ),
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
