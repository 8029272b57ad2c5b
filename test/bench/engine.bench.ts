import type { Engine, SampleRequest } from '../../trainer/engine/index.ts'
import { loadEngine } from '../../trainer/engine/index.ts'
import { createDecoder } from '../../trainer/engine/sampling/decoder.ts'
import { plainMultiplier } from '../../trainer/engine/sampling/row-multiplier.ts'
import { sampleBatch } from '../../trainer/engine/sampling/sample-batch.ts'
import { randomStream } from '../../trainer/random/random-stream.ts'

// A plain script: `node test/bench/engine.bench.ts [backend]`. Times are processor time of one thread, the best of several
// runs, and beside them stands the rate of large matrix products of the same moment, because the machine may be shared.

const repetitions = 5

function best(run: () => void): number {
  let shortest = Infinity
  for (let repetition = 0; repetition < repetitions; repetition += 1) {
    const start = threadMilliseconds()
    run()
    shortest = Math.min(shortest, threadMilliseconds() - start)
  }
  return shortest
}

function threadMilliseconds(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

/** Rate of a square matrix product on the current backend, in 10⁹ operations a second. */
async function productRate(size: number): Promise<number> {
  const tf = await import('@tensorflow/tfjs-core')
  const left = tf.randomUniform([size, size])
  const right = tf.randomUniform([size, size])
  // Long enough for the clock, which may tick in steps of several milliseconds.
  const products = Math.ceil(4e9 / (2 * size ** 3))
  const milliseconds = best(() => {
    for (let product = 0; product < products; product += 1) tf.tidy(() => void tf.matMul(left, right))
  })
  left.dispose()
  right.dispose()
  return (products * 2 * size ** 3) / milliseconds / 1e6
}

/**
 * Operations of one training step as a plain transformer has them: three products (forward, two backward) per weight and
 * token, and attention. The engine leaves some out, which counts in its favour.
 */
function stepOperations(width: number, layers: number, tokens: number, time: number): number {
  const weights = layers * 12 * width * width + 2 * width * 32
  const attention = layers * 4 * time * width
  return 3 * tokens * (2 * weights + attention)
}

function training(engine: Engine, width: number, layers: number, peak: number): string {
  const [count, promptLength, completionLength] = [2000, 16, 13]
  const time = promptLength + completionLength - 1
  const shape = { vocabulary: 32, width, layers, heads: 2, positions: 32, feedForwardMultiple: 4 }
  const network = engine.createNetwork(shape, 1)
  const stream = randomStream(1, 'bench')
  const ids = (length: number): number[] => Array.from({ length }, () => stream.integer(32))
  const rows = Array.from({ length: count }, () => ({ prompt: ids(promptLength), completion: ids(completionLength) }))
  const milliseconds = best(() => network.trainSupervised(rows, { learningRate: 1e-3 }))
  const rate = stepOperations(width, layers, count * time, time) / milliseconds / 1e6
  return (
    `training   width ${width}, ${layers} layers, ${count} × ${time} tokens: ${milliseconds.toFixed(0)} ms a step, ` +
    `${((100 * rate) / peak).toFixed(0)} % of the product rate`
  )
}

function sampling(engine: Engine, width: number, layers: number, promptLength: number, maximumTokens: number): string {
  const count = 1024
  const shape = { vocabulary: 32, width, layers, heads: 2, positions: 40, feedForwardMultiple: 4 }
  const network = engine.createNetwork(shape, 1)
  const stream = randomStream(2, 'bench')
  const requests: SampleRequest[] = Array.from({ length: count }, (_, seed) => ({
    prompt: Array.from({ length: promptLength }, () => stream.integer(32)),
    maximumTokens,
    temperature: 1,
    stop: null,
    seed,
  }))
  const { weights } = network.snapshot()
  const rate = (sample: (all: readonly SampleRequest[]) => unknown): string =>
    ((1000 * count) / best(() => sample(requests))).toFixed(0)
  const tensors = rate((all) => network.sample(all))
  const plain = rate((all) => sampleBatch(shape, createDecoder(shape, weights, plainMultiplier), all))
  return (
    `sampling   width ${width}, ${layers} layers, ${promptLength} + ${maximumTokens} tokens: ${tensors} sequences/s ` +
    `(${plain} with plain products)`
  )
}

const choice = process.argv[2] === 'cpu' ? 'cpu' : 'auto'
const loaded = await loadEngine(choice)
if (loaded.kind === 'unavailable') {
  console.log(loaded.reason)
} else {
  const { engine } = loaded
  console.log(`backend    ${engine.backend}`)
  for (const [width, layers] of [[32, 1], [32, 2], [64, 2]] as const) {
    const rates = [await productRate(256), await productRate(512)]
    console.log(`products   256³ and 512³: ${rates.map((rate) => rate.toFixed(1)).join(' and ')} GFLOP/s`)
    console.log(training(engine, width, layers, Math.max(...rates)))
    console.log(sampling(engine, width, layers, 15, 10))
    console.log(sampling(engine, width, layers, 2, 24))
  }
}
