import type { Engine, SampleRequest } from '../../../trainer/engine/index.ts'
import { loadEngine } from '../../../trainer/engine/index.ts'
import { createDecoder } from '../../../trainer/engine/sampling/decoder.ts'
import { plainMultiplier } from '../../../trainer/engine/sampling/row-multiplier.ts'
import { sampleBatch } from '../../../trainer/engine/sampling/sample-batch.ts'
import { randomStream } from '../../../trainer/random/random-stream.ts'
import { summarize } from '../measure/summarize.ts'
import type { BenchResult, CannotRun, Row } from '../result.ts'

const repetitions = 5
const shapes = [[32, 1], [32, 2], [64, 2]] as const
const productSize = 512

/** One training step and one batch of samples of the numeric engine, beside large matrix products of the same moment. */
export async function run(): Promise<BenchResult | CannotRun> {
  const loaded = await loadEngine('auto')
  if (loaded.kind === 'unavailable') return { cannotRun: loaded.reason }
  const { engine } = loaded
  const rows: Row[] = []
  for (const [width, layers] of shapes) {
    const products = await productRates(productSize)
    rows.push(
      row(`products ${productSize}³, before width ${width}, layers ${layers}`, 'GFLOP/s', products),
      ...trainingRows(engine, width, layers, summarize(products).median),
      ...samplingRows(engine, width, layers, 15, 10),
      ...samplingRows(engine, width, layers, 2, 24),
    )
  }
  return {
    method: [
      `Backend ${engine.backend}; processor time of one thread, ${repetitions} repetitions, feed-forward multiple 4.`,
      'A step is one optimizer step on 2,000 rows of 28 positions; its share is the operations of a plain transformer over the',
      'rate of the products measured right before it.',
    ],
    rows,
    skipped: [],
    goals: [],
  }
}

const row = (name: string, unit: string, values: readonly number[]): Row => ({ name, unit, ...summarize(values), ratio: null })

/** Milliseconds of each repetition, of processor time: the machine may be shared. */
const timesOf = (work: () => unknown): readonly number[] => Array.from({ length: repetitions }, () => {
  const start = threadMilliseconds()
  work()
  return threadMilliseconds() - start
})

function threadMilliseconds(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

/** Rates of a square matrix product on the current backend, in 10⁹ operations a second. */
async function productRates(size: number): Promise<readonly number[]> {
  const tf = await import('@tensorflow/tfjs-core')
  const left = tf.randomUniform([size, size])
  const right = tf.randomUniform([size, size])
  // Long enough for the clock, which may tick in steps of several milliseconds.
  const products = Math.ceil(4e9 / (2 * size ** 3))
  const times = timesOf(() => {
    for (let product = 0; product < products; product += 1) tf.tidy(() => void tf.matMul(left, right))
  })
  left.dispose()
  right.dispose()
  return times.map((milliseconds) => (products * 2 * size ** 3) / milliseconds / 1e6)
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

function trainingRows(engine: Engine, width: number, layers: number, productRate: number): readonly Row[] {
  const [count, promptLength, completionLength] = [2000, 16, 13]
  const time = promptLength + completionLength - 1
  const shape = { vocabulary: 32, width, layers, heads: 2, positions: 32, feedForwardMultiple: 4 }
  const network = engine.createNetwork(shape, 1)
  const stream = randomStream(1, 'bench')
  const ids = (length: number): number[] => Array.from({ length }, () => stream.integer(32))
  const examples = Array.from({ length: count }, () => ({ prompt: ids(promptLength), completion: ids(completionLength) }))
  const times = timesOf(() => network.trainSupervised(examples, { learningRate: 1e-3 }))
  const operations = stepOperations(width, layers, count * time, time)
  return [
    row(`training step, width ${width}, layers ${layers}`, 'ms', times),
    row('its share of the product rate', '%', times.map((milliseconds) => (100 * operations) / milliseconds / 1e6 / productRate)),
  ]
}

function samplingRows(
  engine: Engine, width: number, layers: number, promptLength: number, maximumTokens: number,
): readonly Row[] {
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
  const rates = (sample: () => unknown): readonly number[] => timesOf(sample).map((milliseconds) => (1000 * count) / milliseconds)
  const name = `width ${width}, layers ${layers}, ${promptLength} + ${maximumTokens} tokens`
  return [
    row(`sampling, ${name}`, 'a second', rates(() => network.sample(requests))),
    row(
      `sampling by plain products, ${name}`,
      'a second',
      rates(() => sampleBatch(shape, createDecoder(shape, weights, plainMultiplier), requests)),
    ),
  ]
}
