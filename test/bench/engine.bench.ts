import { performance } from 'node:perf_hooks'
import type { Engine } from '../../trainer/engine/index.ts'
import { loadEngine } from '../../trainer/engine/index.ts'
import { randomStream } from '../../trainer/random/random-stream.ts'

// A plain script: `node test/bench/engine.bench.ts [backend]`. Times are the best of several runs, and beside them stands
// the rate of large matrix products of the same moment, because the machine may be shared.

const repetitions = 5

function best(run: () => void): number {
  let shortest = Infinity
  for (let repetition = 0; repetition < repetitions; repetition += 1) {
    const start = performance.now()
    run()
    shortest = Math.min(shortest, performance.now() - start)
  }
  return shortest
}

/** Rate of a square matrix product on the current backend, in 10⁹ operations a second. */
async function productRate(size: number): Promise<number> {
  const tf = await import('@tensorflow/tfjs-core')
  const left = tf.randomUniform([size, size])
  const right = tf.randomUniform([size, size])
  const milliseconds = best(() => tf.tidy(() => void tf.matMul(left, right).dataSync()))
  left.dispose()
  right.dispose()
  return (2 * size ** 3) / milliseconds / 1e6
}

/** Operations of one training step: three products (forward, two backward) per weight and token, and attention. */
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
  const requests = Array.from({ length: count }, (_, seed) => ({
    prompt: Array.from({ length: promptLength }, () => stream.integer(32)),
    maximumTokens,
    temperature: 1,
    stop: null,
    seed,
  }))
  const milliseconds = best(() => network.sample(requests))
  const rate = ((1000 * count) / milliseconds).toFixed(0)
  return `sampling   width ${width}, ${layers} layers, ${promptLength} + ${maximumTokens} tokens: ${rate} sequences/s`
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
