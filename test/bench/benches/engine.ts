import type { Engine, SampleRequest } from '../../../trainer/engine/index.ts'
import { loadEngine } from '../../../trainer/engine/index.ts'
import { createDecoder } from '../../../trainer/engine/sampling/decoder.ts'
import { plainMultiplier } from '../../../trainer/engine/sampling/row-multiplier.ts'
import { sampleBatch } from '../../../trainer/engine/sampling/sample-batch.ts'
import { randomStream } from '../../../trainer/random/random-stream.ts'
import { summarize } from '../measure/summarize.ts'
import type { BenchResult, CannotRun, Goal, Row } from '../result.ts'

const repetitions = 5

/** Batches sampled before those that count: sampling is mostly code that the engine compiles better as it runs. */
const samplingWarmUps = 10
const shapes = [[32, 1], [32, 2], [64, 2]] as const
const productSizes = [256, 512, 1024] as const

/** One training step and one batch of samples of the numeric engine, beside large matrix products of the same moment. */
export async function run(): Promise<BenchResult | CannotRun> {
  const loaded = await loadEngine('auto')
  if (loaded.kind === 'unavailable') return { cannotRun: loaded.reason }
  const { engine } = loaded
  const rows: Row[] = []
  for (const [width, layers] of shapes) {
    const products = await Promise.all(productSizes.map(async (size) => ({ size, rates: await productRates(size) })))
    const roof = Math.max(...products.flatMap(({ rates }) => rates))
    const shape = `width ${width}, layers ${layers}`
    rows.push(
      ...products.map(({ size, rates }) => row(`products ${size}³, before ${shape}`, 'GFLOP/s', rates)),
      row(`the roof of ${shape}: the best of them`, 'GFLOP/s', [roof]),
      ...trainingRows(engine, width, layers, roof),
      ...samplingRows(engine, width, layers, 15, 10),
      ...samplingRows(engine, width, layers, 2, 24),
    )
  }
  return {
    method: [
      `Backend ${engine.backend}; processor time of one thread, ${repetitions} repetitions, feed-forward multiple 4.`,
      'A step is one optimizer step on 2,000 rows of 16 + 13 tokens, so 28 positions; its share is the operations of a plain',
      'transformer (see [how a step is counted](#how-a-training-step-is-counted)) over the roof, measured right before it.',
      `${samplingWarmUps} batches of 1,024 samples warm up before those that are timed.`,
    ],
    rows,
    skipped: [],
    goals: goals.map(({ row, unit, atLeast }) => goalOf(rows, row, unit, atLeast)),
  }
}

const goals = [
  { row: 'training step, width 32, layers 1: share of the roof', unit: '%', atLeast: 40 },
  { row: 'training step, width 64, layers 2: share of the roof', unit: '%', atLeast: 50 },
  { row: 'sampling, width 32, layers 1, 15 + 10 tokens', unit: 'a second', atLeast: 20_000 },
] as const

function goalOf(rows: readonly Row[], name: string, unit: string, atLeast: number): Goal {
  const found = rows.find((candidate) => candidate.name === name)?.median ?? 0
  return { goal: `${name}, at least ${atLeast.toLocaleString('en')} ${unit}`, found: `${Math.round(found).toLocaleString('en')} ${unit}`, reached: found >= atLeast }
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

/** Operations of one training step as a plain causal transformer needs them; the formula is explained in docs/performance.md. */
function stepOperations(width: number, layers: number, vocabulary: number, sequences: number, time: number): number {
  const weights = layers * 12 * width * width + vocabulary * width
  const attention = layers * 2 * (time + 1) * width
  return 3 * sequences * time * (2 * weights + attention)
}

function trainingRows(engine: Engine, width: number, layers: number, roof: number): readonly Row[] {
  const [count, promptLength, completionLength] = [2000, 16, 13]
  const time = promptLength + completionLength - 1
  const shape = { vocabulary: 32, width, layers, heads: 2, positions: 32, feedForwardMultiple: 4 }
  const network = engine.createNetwork(shape, 1)
  const stream = randomStream(1, 'bench')
  const ids = (length: number): number[] => Array.from({ length }, () => stream.integer(32))
  const examples = Array.from({ length: count }, () => ({ prompt: ids(promptLength), completion: ids(completionLength) }))
  const times = timesOf(() => network.trainSupervised(examples, { learningRate: 1e-3 }))
  const operations = stepOperations(width, layers, shape.vocabulary, count, time)
  return [
    row(`training step, width ${width}, layers ${layers}`, 'ms', times),
    row(`training step, width ${width}, layers ${layers}: share of the roof`, '%', times.map((milliseconds) => (100 * operations) / milliseconds / 1e6 / roof)),
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
  const rates = (sample: () => unknown): readonly number[] => {
    for (let warmUp = 0; warmUp < samplingWarmUps; warmUp += 1) sample()
    return timesOf(sample).map((milliseconds) => (1000 * count) / milliseconds)
  }
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
