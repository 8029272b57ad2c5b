import * as tf from '@tensorflow/tfjs-core'
import { beforeAll, describe, expect, it } from 'vitest'
import type { BackendName, Engine, NetworkShape } from '../../../../trainer/engine/index.ts'
import { initialWeights } from '../../../../trainer/engine/initial-weights.ts'
import type { TokenRow } from '../../../../trainer/engine/token-block.ts'
import { tokenBlocks } from '../../../../trainer/engine/token-block.ts'
import { openTensorPass } from '../../../../trainer/engine/tensor/open-tensor-pass.ts'
import { createDecoder } from '../../../../trainer/engine/sampling/decoder.ts'
import { plainMultiplier } from '../../../../trainer/engine/sampling/row-multiplier.ts'
import { createTensorMultiplier } from '../../../../trainer/engine/tensor/tensor-multiplier.ts'
import { randomStream } from '../../../../trainer/random/random-stream.ts'
import { finiteDifference, relativeError } from '../finite-difference.ts'
import { executorShape, loadedEngine, smallShape } from '../loaded-engine.ts'

const wideShape: NetworkShape = { ...executorShape, width: 64, layers: 2, heads: 4, vocabulary: 61 }

let engines: Record<'cpu' | 'wasm', Engine>

beforeAll(async () => {
  engines = { cpu: await loadedEngine('cpu'), wasm: await loadedEngine('wasm') }
})

/** Runs on one backend after the other in the same process. */
async function on<Result>(backend: BackendName, run: () => Result): Promise<Result> {
  await tf.setBackend(backend)
  return run()
}

function randomRows(shape: NetworkShape, count: number, label: string): TokenRow[] {
  const stream = randomStream(1, 'rows', label)
  const ids = (length: number): number[] => Array.from({ length }, () => stream.integer(shape.vocabulary))
  return Array.from({ length: count }, () => {
    const promptLength = 1 + stream.integer(shape.positions / 2)
    return { prompt: ids(promptLength), completion: ids(1 + stream.integer(shape.positions - promptLength)) }
  })
}

/** Logits of each row's completion, `[completion, vocabulary]`, by the training pass. */
function trainingLogits(shape: NetworkShape, weights: Float32Array, rows: readonly TokenRow[], limit = 4096): Float32Array[] {
  const pass = openTensorPass(shape, weights)
  const found = rows.map(() => new Float32Array(0))
  for (const block of tokenBlocks(rows, limit)) {
    const logits = pass.logits(block)
    block.rows.forEach((row, index) => {
      const start = index * block.predictions * shape.vocabulary
      const length = (rows[row]?.completion.length ?? 0) * shape.vocabulary
      found[row] = logits.slice(start, start + length)
    })
  }
  pass.close()
  return found
}

/** The same, one token and one sequence at a time with cached keys and values. */
function decodedLogits(shape: NetworkShape, weights: Float32Array, { prompt, completion }: TokenRow): Float32Array {
  const decoder = createDecoder(shape, weights, plainMultiplier)
  const lane = decoder.open()
  const found: number[] = []
  ;[...prompt, ...completion.slice(0, -1)].forEach((token, position) => {
    const logits = decoder.advance([lane], [token], 1).subarray(0, shape.vocabulary)
    if (position >= prompt.length - 1) found.push(...logits)
  })
  return Float32Array.from(found)
}

describe('the transformer', () => {
  it.each([
    ['a small network', smallShape, 9],
    ['an executor', executorShape, 90],
    ['a wide network', wideShape, 40],
  ] as const)('computes the same with and without cached keys and values: %s', async (label, shape, count) => {
    const weights = initialWeights(shape, 3)
    const rows = randomRows(shape, count, label)
    const trained = await on('wasm', () => trainingLogits(shape, weights, rows))
    rows.forEach((row, index) => {
      expect(relativeError(decodedLogits(shape, weights, row), trained[index] ?? [])).toBeLessThan(1e-5)
    })
  })

  it('computes on WASM what it computes in pure JavaScript, also for an even number of sequences', async () => {
    const weights = initialWeights(wideShape, 3)
    const rows = randomRows(wideShape, 64, 'backends')
    const expected = await on('cpu', () => trainingLogits(wideShape, weights, rows))
    const actual = await on('wasm', () => trainingLogits(wideShape, weights, rows))
    rows.forEach((_, index) => expect(relativeError(expected[index] ?? [], actual[index] ?? [])).toBeLessThan(1e-5))
  })

  it('does not depend on how rows are put into blocks', async () => {
    const weights = initialWeights(smallShape, 3)
    const rows = randomRows(smallShape, 33, 'blocks')
    const together = await on('wasm', () => trainingLogits(smallShape, weights, rows))
    const apart = await on('wasm', () => trainingLogits(smallShape, weights, rows, 1))
    rows.forEach((_, index) => expect(relativeError(together[index] ?? [], apart[index] ?? [])).toBeLessThan(1e-5))
  })

  it('sees nothing that comes later: changing a token changes no logits before it', async () => {
    const weights = initialWeights(smallShape, 3)
    const row = { prompt: [1, 2, 3], completion: [4, 5, 6, 7] }
    const changed = { prompt: [1, 2, 3], completion: [4, 5, 9, 7] }
    const [before, after] = await on('wasm', () => trainingLogits(smallShape, weights, [row, changed]))
    const upTo = 3 * smallShape.vocabulary
    expect(after?.subarray(0, upTo)).toEqual(before?.subarray(0, upTo))
    expect(after?.subarray(upTo)).not.toEqual(before?.subarray(upTo))
  })

  it('sees the order of the prompt', async () => {
    const weights = initialWeights(smallShape, 3)
    const [one, other] = await on('wasm', () =>
      trainingLogits(smallShape, weights, [
        { prompt: [1, 2, 3], completion: [4] },
        { prompt: [2, 1, 3], completion: [4] },
      ]),
    )
    expect(relativeError(one ?? [], other ?? [])).toBeGreaterThan(1e-2)
  })

  it.each(['cpu', 'wasm'] as const)('has the gradient of finite differences in every weight matrix, on %s', async (backend) => {
    const rows = randomRows(smallShape, 5, 'gradient')
    const stream = randomStream(1, 'slopes')
    // Larger than at the start of training, where normalisation bends strongly within a step.
    const weights = initialWeights(smallShape, 5).map(() => 0.4 * stream.normal())
    const blocks = tokenBlocks(rows, 20)
    const size = Math.max(...blocks.map(({ batch, predictions }) => batch * predictions)) * smallShape.vocabulary
    const slopes = Float32Array.from({ length: size }, () => stream.normal())

    const compute = (moved: Float32Array): number => {
      const pass = openTensorPass(smallShape, moved)
      let total = 0
      for (const block of blocks) pass.logits(block).forEach((logit, index) => (total += logit * (slopes[index] ?? 0)))
      pass.close()
      return total
    }
    await on(backend, () => {
      const gradient = new Float64Array(weights.length)
      const pass = openTensorPass(smallShape, weights)
      for (const block of blocks) {
        pass.addGradient(block, (logits) => ({ loss: 0, slope: slopes.slice(0, logits.length) }), gradient)
      }
      pass.close()
      const coordinates = Array.from({ length: 150 }, () => stream.integer(weights.length))
      // A small step: few corners of relu are crossed, and no more than the tolerance allows.
      const expected = finiteDifference(compute, weights, 5e-4, coordinates)
      const actual = coordinates.map((coordinate) => gradient[coordinate] ?? 0)
      expect(relativeError(expected, actual)).toBeLessThan(2e-2)
    })
  })

  it('keeps no tensors', async () => {
    await on('wasm', () => {
      const weights = initialWeights(smallShape, 5)
      const rows = randomRows(smallShape, 5, 'memory')
      const before = tf.memory().numTensors
      trainingLogits(smallShape, weights, rows)
      const multiplier = createTensorMultiplier()
      createDecoder(smallShape, weights, multiplier)
      multiplier.dispose()
      expect(tf.memory().numTensors).toBe(before)
    })
  })

  it.each(['none', 'relu'] as const)('multiplies rows alike in tensors and in plain arithmetic: %s', async (activation) => {
    await on('wasm', () => {
      const stream = randomStream(1, 'product')
      const rows = Float32Array.from({ length: 37 * 32 }, () => stream.normal())
      const matrix = Float32Array.from({ length: 32 * 61 }, () => stream.normal())
      const plain = plainMultiplier.prepare(matrix, 32, 61, activation)(rows, 37).slice(0, 37 * 61)
      const multiplier = createTensorMultiplier()
      const product = multiplier.prepare(matrix, 32, 61, activation)
      expect(relativeError(plain, product(rows, 37))).toBeLessThan(1e-6)
      // Bit for bit the same row, whatever is multiplied beside it.
      expect(product(rows, 3)).toEqual(product(rows, 37).slice(0, 3 * 61))
      multiplier.dispose()
    })
  })

  it('runs two engines on two backends side by side', () => {
    const rows = [{ prompt: [1, 2], completion: [3, 4] }]
    const networks = [engines.wasm, engines.cpu].map((engine) => engine.createNetwork(smallShape, 2))
    const losses = [0, 1].map(() => networks.map((network) => network.trainSupervised(rows, { learningRate: 0.01 }).loss))
    for (const [wasm = 0, cpu = 1] of losses) expect(Math.abs(wasm - cpu)).toBeLessThan(1e-4)
  })
})
