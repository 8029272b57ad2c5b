import * as tf from '@tensorflow/tfjs-core'
import { randomStream } from '../../random/random-stream.ts'
import { createEngine } from '../tensor/create-engine.ts'
import { normalise } from '../tensor/normalise.ts'
import type { BackendName } from './backend-name.ts'
import { registeredName, startBackend } from './start-backend.ts'

/** A backend that computes what pure JavaScript computes, or what it does otherwise. */
export type SelfCheck = { readonly kind: 'passed' } | { readonly kind: 'failed'; readonly reason: string }

const tolerance = 1e-3

/**
 * Compares a backend with the pure JavaScript one, in this process: a matrix product, an operation with a custom gradient,
 * and a training step of a small network. For an untried native backend, run it in a child process.
 */
export async function selfCheck(backend: BackendName): Promise<SelfCheck> {
  for (const name of ['cpu', backend] as const) {
    const started = await startBackend(name)
    if (started.kind === 'unavailable') return { kind: 'failed', reason: started.reason }
  }
  for (const [name, compute] of Object.entries(computations)) {
    const expected = await computeOn('cpu', compute)
    const actual = await computeOn(backend, compute)
    if (!agree(expected, actual)) return { kind: 'failed', reason: `${name} differs from pure JavaScript` }
  }
  return { kind: 'passed' }
}

type Computation = (backend: BackendName) => Float32Array

const computations: Readonly<Record<string, Computation>> = {
  'a matrix product': () =>
    tf.tidy(() => tf.matMul(randomMatrix('left', 29, 31), randomMatrix('right', 31, 33)).dataSync<'float32'>()),
  'a custom gradient': () =>
    tf.tidy(() => {
      const total = (x: tf.Tensor): tf.Tensor => weigh(normalise(x as tf.Tensor2D))
      return tf.grad(total)(randomMatrix('input', 7, 12)).dataSync<'float32'>()
    }),
  'a training step': (backend) => {
    const shape = { vocabulary: 7, width: 12, layers: 2, heads: 2, positions: 9, feedForwardMultiple: 3 }
    const network = createEngine(backend, []).createNetwork(shape, 1)
    const rows = [
      { prompt: [1, 2, 3], completion: [4, 5, 6] },
      { prompt: [3, 2], completion: [0, 1] },
    ]
    // Adam's first step divides each slope by its own size, which would blow up rounding: a large epsilon keeps it linear.
    network.trainSupervised(rows, { learningRate: 1, epsilon: 1 })
    return network.snapshot().weights
  },
}

async function computeOn(backend: BackendName, compute: Computation): Promise<Float32Array> {
  await tf.setBackend(registeredName(backend))
  return compute(backend)
}

/** A weighted sum, so that no slope is zero by symmetry. */
function weigh(matrix: tf.Tensor2D): tf.Tensor {
  const [rows, columns] = matrix.shape
  return tf.customGrad<tf.Scalar>((given) => ({
    value: tf.sum(tf.mul(given as tf.Tensor2D, randomMatrix('weights', rows, columns))) as tf.Scalar,
    gradFunc: () => randomMatrix('weights', rows, columns),
  }))(matrix)
}

function randomMatrix(label: string, rows: number, columns: number): tf.Tensor2D {
  const stream = randomStream(0, 'self-check', label)
  return tf.tensor2d(Float32Array.from({ length: rows * columns }, () => stream.normal()), [rows, columns])
}

function agree(expected: Float32Array, actual: Float32Array): boolean {
  return (
    expected.length === actual.length &&
    expected.every((value, index) => Math.abs(value - (actual[index] ?? Number.NaN)) <= tolerance * (1 + Math.abs(value)))
  )
}
