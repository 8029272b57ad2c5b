import * as tf from '@tensorflow/tfjs-core'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Engine, PolicyGradientRow, PolicyNetwork, SupervisedRow } from '../../../trainer/engine/index.ts'
import { parameterCount } from '../../../trainer/engine/index.ts'
import { randomStream } from '../../../trainer/random/random-stream.ts'
import { caughtFault } from './caught-fault.ts'
import { loadedEngine, smallShape } from './loaded-engine.ts'

let engine: Engine

beforeAll(async () => {
  engine = await loadedEngine()
})

const [first, turn, stop] = [10, 11, 12]
const reversalShape = { vocabulary: 13, width: 32, layers: 1, heads: 2, positions: 14, feedForwardMultiple: 4 }

/** Up to five digits and their reversal. */
function reversals(count: number, label: string | number): SupervisedRow[] {
  const stream = randomStream(6, 'reversals', label)
  return Array.from({ length: count }, () => {
    const digits = Array.from({ length: 1 + stream.integer(5) }, () => stream.integer(10))
    return { prompt: [first, ...digits, turn], completion: [...digits.toReversed(), stop] }
  })
}

function shareSolved(network: PolicyNetwork, rows: readonly SupervisedRow[]): number {
  const samples = network.sample(
    rows.map(({ prompt }) => ({ prompt, maximumTokens: 8, temperature: 0, stop, seed: 0 })),
  )
  return samples.filter(({ tokens }, index) => tokens.join() === rows[index]?.completion.join()).length / rows.length
}

/** One round of a game for one state: the arms `legal` may be pulled, arm 4 pays, arm 6 would pay more but is illegal. */
function pull(network: PolicyNetwork, round: number, temperature: number): PolicyGradientRow[] {
  const legal = [1, 2, 3, 4, 5]
  const samples = network.sample(
    Array.from({ length: 24 }, (_, index) => ({
      prompt: [7],
      maximumTokens: 1,
      temperature,
      stop: null,
      seed: round * 100 + index,
      mask: ({ length }: readonly number[]) => (length === 1 ? ('end' as const) : legal),
    })),
  )
  const rewards = samples.map(({ tokens }) => (tokens[0] === 4 ? 1 : tokens[0] === 6 ? 9 : 0))
  const mean = rewards.reduce((sum: number, reward) => sum + reward, 0) / rewards.length
  return samples.map(({ tokens, logProbabilities, masks }, index) => ({
    prompt: [7],
    completion: tokens,
    logProbabilities,
    masks,
    temperature,
    advantages: [(rewards[index] ?? 0) - mean],
    weight: 1,
    version: network.version,
  }))
}

const probabilityOf = (network: PolicyNetwork, token: number): number =>
  Math.exp(
    network.evaluate([{ prompt: [7], completion: [token], masks: [[1, 2, 3, 4, 5]], temperature: 1 }])[0]
      ?.logProbabilities[0] ?? NaN,
  )

describe('a network', () => {
  it('learns to reverse by supervised learning, on sequences that it has not seen', () => {
    const network = engine.createNetwork(reversalShape, 2)
    const held = reversals(200, 'held out')
    expect(shareSolved(network, held)).toBeLessThan(0.1)
    let accuracy = 0
    for (let step = 0; step < 120; step += 1) {
      accuracy = network.trainSupervised(reversals(64, step), { learningRate: 5e-3, warmUpSteps: 20 }).accuracy
    }
    expect(accuracy).toBeGreaterThan(0.97)
    expect(shareSolved(network, held)).toBeGreaterThan(0.95)
  })

  it('learns by policy gradients which legal choice pays', () => {
    const network = engine.createNetwork(smallShape, 2)
    expect(probabilityOf(network, 4)).toBeLessThan(0.4)
    for (let round = 0; round < 40; round += 1) {
      const rows = pull(network, round, 1.3)
      for (let epoch = 0; epoch < 2; epoch += 1) network.trainPolicyGradient(rows, { learningRate: 0.01 })
    }
    expect(probabilityOf(network, 4)).toBeGreaterThan(0.9)
  })

  it('is held near a reference by its divergence', () => {
    const trained = (referenceCoefficient: number): number => {
      const network = engine.createNetwork(smallShape, 2)
      const reference = engine.openNetwork(network.snapshot())
      for (let round = 0; round < 25; round += 1) {
        const rows = pull(network, round, 1)
        const expected = reference.evaluate(rows)
        network.trainPolicyGradient(
          rows.map((row, index) => ({ ...row, referenceLogProbabilities: expected[index]?.logProbabilities ?? null })),
          { learningRate: 0.02, referenceCoefficient },
        )
      }
      return probabilityOf(network, 4)
    }
    expect(trained(0)).toBeGreaterThan(0.9)
    expect(trained(3)).toBeLessThan(0.6)
  })

  it('is spread by an entropy bonus', () => {
    const network = engine.createNetwork(smallShape, 2)
    for (let step = 0; step < 30; step += 1) network.trainSupervised([{ prompt: [7], completion: [2] }], { learningRate: 0.01 })
    network.resetOptimizer()
    const before = pull(network, 0, 1).map((row) => ({ ...row, advantages: [0] }))
    const entropies = Array.from({ length: 30 }, () =>
      network.trainPolicyGradient(before, { learningRate: 0.01, entropyCoefficient: 0.1 }).entropy,
    )
    expect(entropies.at(-1)).toBeGreaterThan((entropies[0] ?? 0) + 0.3)
  })

  it('imitates only the completion: what the prompt says is read, not learned', () => {
    const network = engine.createNetwork(smallShape, 3)
    const evaluated = (): number =>
      network.evaluate([{ prompt: [1], completion: [2], masks: null, temperature: 1 }])[0]?.logProbabilities[0] ?? NaN
    const before = evaluated()
    // The prompt goes on with the token 2 after 1: were it learned, 2 would become likelier after 1.
    for (let step = 0; step < 60; step += 1) {
      network.trainSupervised([{ prompt: [1, 2], completion: [3] }, { prompt: [1], completion: [4] }], { learningRate: 0.01 })
    }
    expect(evaluated()).toBeLessThan(before)
  })

  it('counts rows by their weights', () => {
    const rows = [
      { prompt: [1], completion: [2] },
      { prompt: [1], completion: [3] },
    ]
    const after = (weights: readonly number[]): readonly number[] => {
      const network = engine.createNetwork(smallShape, 3)
      const weighted = rows.map((row, index) => ({ ...row, weight: weights[index] ?? 1 }))
      for (let step = 0; step < 80; step += 1) network.trainSupervised(weighted, { learningRate: 0.02 })
      return network
        .evaluate(rows.map((row) => ({ ...row, masks: null, temperature: 1 })))
        .map(({ logProbabilities }) => Math.exp(logProbabilities[0] ?? NaN))
    }
    const [two = 0, three = 0] = after([3, 1])
    expect(two).toBeCloseTo(0.75, 1)
    expect(three).toBeCloseTo(0.25, 1)
    expect(after([1, 0])[0]).toBeGreaterThan(0.95)
  })

  it('repeats exactly from the same seed, and differs from another', () => {
    const run = (seed: number): unknown => {
      const network = engine.createNetwork(smallShape, seed)
      const metrics = network.trainPolicyGradient(pull(network, 1, 1.2), { learningRate: 0.01 })
      return [metrics, network.snapshot()]
    }
    expect(run(1)).toEqual(run(1))
    expect(run(1)).not.toEqual(run(2))
  })

  it('does not change by being looked at', () => {
    const network = engine.createNetwork(smallShape, 1)
    network.trainSupervised([{ prompt: [1], completion: [2] }], { learningRate: 0.01 })
    const before = network.snapshot()
    const rows = pull(network, 1, 1)
    network.evaluate(rows)
    network.verify(rows)
    network.open({ prompt: [1], temperature: 1, seed: 1 }).step(null)
    expect(network.snapshot()).toEqual(before)
  })

  it('gives snapshots that training does not change, and goes back to them', () => {
    const network = engine.createNetwork(smallShape, 1)
    const rows = [{ prompt: [1], completion: [2] }]
    network.trainSupervised(rows, { learningRate: 0.01 })
    const state = network.snapshot()
    const next = network.trainSupervised(rows, { learningRate: 0.01 })
    expect(network.version).toBe(2)
    network.restore(state)
    expect(network.version).toBe(1)
    expect(network.snapshot()).toEqual(state)
    expect(network.trainSupervised(rows, { learningRate: 0.01 })).toEqual(next)
    expect(state.version).toBe(1)
    const other = engine.createNetwork({ ...smallShape, width: 24 }, 1)
    expect(caughtFault(() => other.restore(state)).kind).toBe('wrong-shape')
  })

  it('forgets its running means, and warms up again, when the optimizer is reset', () => {
    const network = engine.createNetwork(smallShape, 1)
    const rows = [{ prompt: [1], completion: [2] }]
    const settings = { learningRate: 0.01, warmUpSteps: 4 }
    network.trainSupervised(rows, settings)
    expect(network.trainSupervised(rows, settings).learningRate).toBe(0.005)
    network.resetOptimizer()
    expect(network.snapshot().optimizer.mean.every((value) => value === 0)).toBe(true)
    expect(network.trainSupervised(rows, settings)).toMatchObject({ learningRate: 0.0025, version: 3 })
  })

  it('has siblings over the same weights, each with an optimizer of its own', () => {
    const network = engine.createNetwork(smallShape, 1)
    const sibling = network.sibling()
    const rows = [{ prompt: [1], completion: [2] }]
    sibling.trainSupervised(rows, { learningRate: 0.01 })
    const before = { network: network.snapshot(), sibling: sibling.snapshot() }
    expect(before.network.weights).toEqual(before.sibling.weights)
    expect(before.network.optimizer.steps).toBe(0)
    network.trainSupervised(rows, { learningRate: 0.01, warmUpSteps: 4 })
    const after = { network: network.snapshot(), sibling: sibling.snapshot() }
    expect(after.sibling.weights).not.toEqual(before.sibling.weights)
    expect(after.sibling.weights).toEqual(after.network.weights)
    expect(after.sibling.optimizer).toEqual(before.sibling.optimizer)
    expect([network.version, sibling.version]).toEqual([2, 2])
    // The other's steps do not warm this one up: it takes its first step, of four.
    expect(after.network.optimizer.steps).toBe(1)
    const evaluated = (of: typeof network) => of.evaluate([{ prompt: [1], completion: [2], masks: null, temperature: 1 }])
    expect(evaluated(sibling)).toEqual(evaluated(network))
    sibling.restore(before.sibling)
    expect(network.snapshot()).toEqual({ ...before.network, optimizer: after.network.optimizer })
  })

  it('reports what it did', () => {
    const network = engine.createNetwork(smallShape, 1)
    const sampled = pull(network, 1, 1)
    const metrics = network.trainPolicyGradient(sampled, { learningRate: 0.01 })
    expect(metrics).toMatchObject({ rows: 24, tokens: 24, choices: 24, version: 1, learningRate: 0.01, clipFraction: 0 })
    expect(metrics.meanRatio).toBeCloseTo(1, 5)
    expect(metrics.recordedDivergence).toBeCloseTo(0, 8)
    // At ratio 1 the loss is minus the mean advantage, and advantages here have mean 0.
    expect(metrics.loss).toBeCloseTo(0, 6)
    expect(metrics.entropy).toBeGreaterThan(0)
    expect(metrics.entropy).toBeLessThanOrEqual(Math.log(5) + 1e-9)
    const later = network.trainPolicyGradient(sampled, { learningRate: 0.01 })
    expect(later.recordedDivergence).toBeGreaterThan(0)
  })

  it('keeps no tensors, step after step', () => {
    const network = engine.createNetwork(smallShape, 1)
    const round = (): number => {
      const rows = pull(network, 1, 1)
      network.trainPolicyGradient(rows, { learningRate: 1e-3 })
      network.trainSupervised(rows, { learningRate: 1e-3 })
      network.evaluate(rows)
      caughtFault(() => network.trainPolicyGradient(rows.map((row) => ({ ...row, version: 99 })), { learningRate: 1e-3 }))
      caughtFault(() => network.trainSupervised(rows, { learningRate: 1e39 }))
      return tf.memory().numTensors
    }
    const after = round()
    expect([round(), round(), round()]).toEqual([after, after, after])
  })

  it('has as many parameters as its matrices have entries', () => {
    const { vocabulary, width, layers, positions, feedForwardMultiple, lookback = 0 } = smallShape
    const perLayer = 4 * width * width + 2 * width * width * feedForwardMultiple
    const expected = (vocabulary * (1 + lookback) + positions) * width + layers * perLayer + width * vocabulary
    expect(engine.createNetwork(smallShape, 1).parameterCount).toBe(expected)
    expect(parameterCount(smallShape)).toBe(expected)
  })

  it('is not built in an impossible shape', () => {
    expect(() => engine.createNetwork({ ...smallShape, heads: 5 }, 1)).toThrow('width (12) must be a multiple of heads (5)')
    expect(() => engine.createNetwork({ ...smallShape, layers: 0 }, 1)).toThrow('layers must be an integer')
  })
})
