import { beforeAll, describe, expect, it } from 'vitest'
import type { Engine, PolicyGradientRow, PolicyNetwork } from '../../../trainer/engine/index.ts'
import { guardGradient, guardLosses, guardWeights } from '../../../trainer/engine/numeric-guards.ts'
import { parameterCount } from '../../../trainer/engine/index.ts'
import { weightLayout } from '../../../trainer/engine/weight-layout.ts'
import { caughtFault } from './caught-fault.ts'
import { loadedEngine, smallShape } from './loaded-engine.ts'

const layout = weightLayout(smallShape)

describe('guards of numbers', () => {
  it('name the matrices whose weights are no numbers', () => {
    const weights = new Float32Array(parameterCount(smallShape))
    guardWeights(smallShape, weights)
    weights[layout[2]?.offset ?? 0] = NaN
    weights[weights.length - 1] = Infinity
    const fault = caughtFault(() => guardWeights(smallShape, weights))
    expect(fault.kind).toBe('not-finite-weight')
    expect(fault.message).toBe('Weights are no longer numbers: layer0.key, output')
  })

  it('name the matrices whose slopes are no numbers', () => {
    const gradient = new Float64Array(parameterCount(smallShape))
    guardGradient(smallShape, gradient)
    gradient[0] = -Infinity
    const fault = caughtFault(() => guardGradient(smallShape, gradient))
    expect(fault.kind).toBe('not-finite-gradient')
    expect(fault.message).toBe('The gradient is not a number: embedding')
  })

  it('name the rows whose loss is no number', () => {
    guardLosses([1, 2, 3])
    const fault = caughtFault(() => guardLosses([1, NaN, 3, Infinity]))
    expect(fault.kind).toBe('not-finite-loss')
    expect(fault.rows).toEqual([1, 3])
    expect(fault.message).toBe('The loss is not a number (rows 1, 3)')
  })
})

describe('guards of a network', () => {
  let engine: Engine
  let network: PolicyNetwork
  let rows: PolicyGradientRow[]

  beforeAll(async () => {
    engine = await loadedEngine()
    network = engine.createNetwork(smallShape, 1)
    const requests = Array.from({ length: 12 }, (_, seed) => ({
      prompt: [seed % 5, 3],
      maximumTokens: 4,
      temperature: 1.4,
      stop: null,
      seed,
      mask: ({ length }: readonly number[]) => (length === 1 ? [1, 2, 7] : length === 4 ? ('end' as const) : null),
    }))
    rows = network.sample(requests).map(({ tokens, logProbabilities, masks }, index) => ({
      prompt: requests[index]?.prompt ?? [],
      completion: tokens,
      logProbabilities,
      masks,
      temperature: 1.4,
      advantages: tokens.map(() => 1),
      weight: 1,
      version: 0,
    }))
  })

  const planted = (change: Partial<PolicyGradientRow>, at = 5): PolicyGradientRow[] =>
    rows.map((row, index) => (index === at ? { ...row, ...change } : row))

  /** The fault of training on rows, which must have left the network as it was. */
  const faultOf = (batch: readonly PolicyGradientRow[], settings = {}): readonly [string, readonly number[]] => {
    const before = network.snapshot()
    const fault = caughtFault(() => network.trainPolicyGradient(batch, { learningRate: 0.01, ...settings }))
    expect(network.snapshot()).toEqual(before)
    return [fault.kind, fault.rows]
  }

  it('accept sound rows', () => {
    const own = engine.openNetwork(network.snapshot())
    own.verify(rows, 1e-4)
    own.trainPolicyGradient(rows, { learningRate: 0.01, tolerance: 1e-4 })
  })

  it('name rows whose record is not what the network computes', () => {
    const row = rows[5] as PolicyGradientRow
    const shifted = row.logProbabilities.map((value, index) => (index === 3 ? value - 0.002 : value))
    expect(faultOf(planted({ logProbabilities: shifted }))).toEqual(['log-probability-mismatch', [5]])
    expect(faultOf(planted({ temperature: 1.2 }))).toEqual(['log-probability-mismatch', [5]])
    expect(faultOf(planted({ masks: null }))).toEqual(['log-probability-mismatch', [5]])
    expect(faultOf(planted({ prompt: [9, 9] }))).toEqual(['log-probability-mismatch', [5]])
    const other = row.completion.map((token, index) => (index === 2 ? (token + 1) % 11 : token))
    expect(faultOf(planted({ completion: other }))).toEqual(['log-probability-mismatch', [5]])
    const fault = caughtFault(() => network.verify(planted({ temperature: 1.2 }, 7)))
    expect(fault.rows).toEqual([7])
    expect(fault.message).toMatch(/Recorded log-probabilities differ from a recomputation by up to 0\.\d+, more than 0\.001/)
  })

  it('do not compare rows of an earlier version, whose weights are gone', () => {
    const own = engine.openNetwork(network.snapshot())
    own.trainPolicyGradient(rows, { learningRate: 0.05 })
    const metrics = own.trainPolicyGradient(rows, { learningRate: 0.05 })
    expect(metrics.meanRatio).not.toBeCloseTo(1, 2)
    expect(metrics.version).toBe(2)
  })

  it('refuse rows of a version that does not exist yet', () => {
    expect(faultOf(planted({ version: 1 }))).toEqual(['future-version', [5]])
  })

  it('refuse rows that were sampled greedily', () => {
    expect(faultOf(planted({ temperature: 0 }))).toEqual(['greedy-row', [5]])
  })

  it('refuse records that do not fit the tokens', () => {
    expect(faultOf(planted({ logProbabilities: [-1] }))).toEqual(['row-shape', [5]])
    expect(faultOf(planted({ advantages: [1] }))).toEqual(['row-shape', [5]])
    expect(faultOf(planted({ masks: [null] }))).toEqual(['row-shape', [5]])
    expect(faultOf(planted({ advantages: [1, 2, NaN, 1] }))).toEqual(['row-shape', [5]])
    expect(faultOf(planted({ logProbabilities: [-1, -1, -Infinity, -1] }))).toEqual(['row-shape', [5]])
    expect(faultOf(planted({ weight: -1 }))).toEqual(['row-shape', [5]])
    expect(faultOf(planted({ weight: NaN }))).toEqual(['row-shape', [5]])
    expect(faultOf(planted({ prompt: [] }))).toEqual(['row-shape', [5]])
    expect(faultOf(planted({ completion: [] }))).toEqual(['row-shape', [5]])
    expect(faultOf(rows, { referenceCoefficient: 0.1 })).toEqual(['row-shape', [0]])
  })

  it('refuse tokens that do not exist or were not legal', () => {
    const masks = (rows[5]?.masks ?? []).map((legal, index) => (index === 1 ? [10] : legal))
    expect(faultOf(planted({ masks }))).toEqual(['illegal-token', [5]])
    expect(faultOf(planted({ completion: [1, 2, 3, 11] }))).toEqual(['token-out-of-range', [5]])
    expect(faultOf(planted({ prompt: [-1] }))).toEqual(['token-out-of-range', [5]])
    expect(faultOf(planted({ prompt: new Array<number>(8).fill(1) }))).toEqual(['row-too-long', [5]])
  })

  it('refuse masks that name a token twice', () => {
    const token = rows[5]?.completion[1] ?? 0
    const masks = (rows[5]?.masks ?? []).map((legal, index) => (index === 1 ? [token, 9, 9] : legal))
    expect(faultOf(planted({ masks }))).toEqual(['row-shape', [5]])
  })

  it('refuse an empty batch', () => {
    expect(faultOf([])).toEqual(['empty-batch', []])
  })

  it('stop a loss that overflows', () => {
    const own = engine.openNetwork({ ...network.snapshot(), version: 1 })
    const impossible = planted({ logProbabilities: [-1, -2, -1e6, -2], advantages: [-1, -1, -1, -1] })
    const fault = caughtFault(() => own.trainPolicyGradient(impossible, { learningRate: 0.01 }))
    expect([fault.kind, fault.rows]).toEqual(['not-finite-loss', [5]])
  })

  it('stop weights that overflow, and keep the ones before', () => {
    const before = network.snapshot()
    const fault = caughtFault(() => network.trainSupervised([{ prompt: [1], completion: [2] }], { learningRate: 1e39 }))
    expect(fault.kind).toBe('not-finite-weight')
    expect(network.snapshot()).toEqual(before)
  })

  it('stop a network that was damaged', () => {
    const state = network.snapshot()
    const damaged = engine.openNetwork({ ...state, weights: state.weights.map((value, at) => (at === 40 ? NaN : value)) })
    const row = { prompt: [3], completion: [2], masks: null, temperature: 1 }
    const request = { prompt: [3], maximumTokens: 1, temperature: 1, stop: null, seed: 1 }
    const kinds = [
      () => damaged.trainSupervised([row], { learningRate: 0.1 }),
      () => damaged.evaluate([row]),
      () => damaged.sample([request]),
    ].map((run) => caughtFault(run).kind)
    expect(kinds).toEqual(['not-finite-loss', 'not-finite-logits', 'not-finite-logits'])
  })
})
