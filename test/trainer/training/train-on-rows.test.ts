import { describe, expect, test } from 'vitest'
import { randomStream } from '../../../trainer/random/random-stream.ts'
import { movingRows, policyRows } from '../../../trainer/training/policy-rows.ts'
import { trainOnRows } from '../../../trainer/training/train-on-rows.ts'
import { referencePull } from '../../../trainer/training/reference-policy.ts'
import type { PolicyOptimisation } from '../../../trainer/training/train-on-rows.ts'
import type { CreditedRow } from '../../../trainer/credit/index.ts'
import type { PolicyNetwork } from '../../../trainer/engine/index.ts'
import { exampleCall } from '../example-call.ts'
import { loadedEngine, smallShape } from '../engine/loaded-engine.ts'

const optimisation: PolicyOptimisation = {
  learningRate: 0.01,
  warmUpSteps: 0,
  clipRange: 0.2,
  entropyCoefficient: 0,
  referenceCoefficient: 0,
  referenceSteps: null,
  referenceShare: 2 / 3,
  maximumGradientNorm: 10,
  minibatches: 1,
  epochs: 1,
}

const network = async (): Promise<PolicyNetwork> => (await loadedEngine()).createNetwork(smallShape, 2)

/** Rows that the network really drew, with given advantages and weights. */
function rowsOf(policy: PolicyNetwork, advantages: readonly number[], weight = (row: number) => 1 + row): readonly CreditedRow[] {
  const samples = policy.sample(advantages.map((_, seed) => ({ prompt: [1, 2], maximumTokens: 3, temperature: 1, stop: null, seed })))
  return samples.map(({ tokens, logProbabilities }, row) => ({
    record: exampleCall({
      version: policy.version,
      promptTokens: [1, 2],
      tokens,
      logProbabilities,
      advantages: tokens.map(() => advantages[row] ?? 0),
    }),
    weight: weight(row),
  }))
}

const reference = (await loadedEngine()).createNetwork(smallShape, 3).snapshot()

/** Trains a policy, this share of its budget spent, beside a reference of other weights. */
const train = (policy: PolicyNetwork, rows: readonly CreditedRow[], terms: Partial<PolicyOptimisation>, spent = 0) =>
  trainOnRows(
    policy,
    rows,
    { ...optimisation, ...terms },
    randomStream(1, 'order'),
    referencePull(policy, reference, { ...optimisation, ...terms }, spent),
  )

describe('rows for the engine', () => {
  test('carry what was recorded, and their weight', () => {
    const record = exampleCall({ masks: [[3, 5], null], advantages: [0.5, 0.5], sampling: { temperature: 0.7, topP: null, maximumTokens: 8, seed: 7 } })
    expect(policyRows([{ record, weight: 2 }])).toEqual([
      {
        prompt: [1, 2],
        completion: [3, 4],
        masks: [[3, 5], null],
        temperature: 0.7,
        logProbabilities: [-0.5, -0.25],
        advantages: [0.5, 0.5],
        weight: 2,
        version: 3,
      },
    ])
    expect(policyRows([{ record: exampleCall(), weight: 1 }])[0]?.advantages).toEqual([0, 0])
  })
  test('without an advantage may be left out: the step is the same', async () => {
    const [all, moving] = [await network(), await network()]
    const rows = policyRows(rowsOf(all, [1, 0, -0.5, 0, 0]))
    const kept = movingRows(rows)
    expect(kept).toHaveLength(2)
    const settings = { ...optimisation, weighting: 'row-sum' as const }
    all.trainPolicyGradient(rows, settings)
    moving.trainPolicyGradient(kept, settings)
    const [a, b] = [all.snapshot().optimizer.mean, moving.snapshot().optimizer.mean]
    expect(Math.max(...a.map(Math.abs))).toBeGreaterThan(1e-4)
    expect(Math.max(...a.map((value, index) => Math.abs(value - (b[index] ?? 0))))).toBeLessThan(1e-6)
  })
})

describe('training on rows', () => {
  test('takes one step per part and epoch', async () => {
    const policy = await network()
    const metrics = train(policy, rowsOf(policy, [1, -1, 1, -1, 0.5]), { minibatches: 2, epochs: 3 })
    expect(metrics).toHaveLength(6)
    expect(metrics.map(({ rows }) => rows)).toEqual([3, 2, 3, 2, 3, 2])
    expect(policy.version).toBe(6)
  })
  test('takes no more steps than there are rows', async () => {
    const policy = await network()
    expect(train(policy, rowsOf(policy, [1, -1, 0, 0]), { minibatches: 4 })).toHaveLength(2)
  })
  test('takes none where no advantage differs from 0, not for the entropy or the reference either', async () => {
    const policy = await network()
    const before = policy.snapshot()
    for (const terms of [{}, { entropyCoefficient: 0.1 }, { referenceCoefficient: 0.1 }]) {
      expect(train(policy, rowsOf(policy, [0, 0]), terms)).toEqual([])
      expect(train(policy, [], terms)).toEqual([])
    }
    expect(policy.snapshot()).toEqual(before)
  })
  test('keeps rows without an advantage where the entropy counts', async () => {
    const policy = await network()
    const metrics = train(policy, rowsOf(policy, [1, 0, 0]), { entropyCoefficient: 0.1 })
    expect(metrics.map(({ rows }) => rows)).toEqual([3])
  })
  test.each([
    // 0.5 · max(0, 1 − spent / share)
    [0.5, 0, 0.5],
    [0.5, 0.25, 0.25],
    [0.5, 0.5, null],
    [0.5, 0.9, null],
    [null, 0, 0.5],
    [null, 0.9, 0.5],
    [1, 0.9, 0.05],
  ])('with the share %j of the budget, of which %d is spent, has the factor %j', async (referenceShare, spent, factor) => {
    const pull = referencePull(await network(), reference, { referenceCoefficient: 0.5, referenceShare }, spent)
    if (factor === null) expect(pull).toBeNull()
    else expect(pull?.coefficient).toBeCloseTo(factor, 12)
  })
  test('holds on to the reference less and less, and not at all after two thirds of the budget', async () => {
    const policy = await network()
    const rows = rowsOf(policy, [1, -1, 0])
    const start = policy.snapshot()
    const pulls = [0, 1 / 3, 0.7].map((spent) => {
      const [free, held] = [{}, { referenceCoefficient: 0.5 }].map((terms) => {
        policy.restore(start)
        train(policy, rows, terms, spent)
        return policy.snapshot().optimizer.mean
      })
      return Math.hypot(...(held ?? []).map((value, index) => value - (free?.[index] ?? 0)))
    })
    expect(pulls[0]).toBeGreaterThan(1e-4)
    expect(pulls[1]).toBeCloseTo((pulls[0] ?? 0) / 2, 5)
    expect(pulls[2]).toBe(0)
  })
  test('makes what was worth more more probable', async () => {
    const policy = await network()
    const rows = rowsOf(policy, [1, -1], () => 1)
    const probability = (): readonly number[] =>
      policy
        .evaluate(policyRows(rows))
        .map(({ logProbabilities }) => logProbabilities.reduce((sum, value) => sum + value, 0))
    const [goodBefore = 0, badBefore = 0] = probability()
    train(policy, rows, {})
    const [good = 0, bad = 0] = probability()
    expect(good - bad).toBeGreaterThan(goodBefore - badBefore)
  })
})
