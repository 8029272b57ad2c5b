import { describe, expect, test } from 'vitest'
import { networkLearner } from '../../../trainer/training/network-learner.ts'
import type { PolicyNetwork } from '../../../trainer/engine/index.ts'
import { randomStream } from '../../../trainer/random/random-stream.ts'
import type { PolicyOptimisation } from '../../../trainer/training/train-on-rows.ts'
import { exampleCall } from '../example-call.ts'
import { tinySettings, tinyTeam } from './tiny-team.ts'

const teach = { prompt: [1], completion: [2] }

describe('a network as a learner', () => {
  test('goes back to what it saved, optimizer included, bit for bit', async () => {
    const { executorNetwork: network } = await tinyTeam()
    const learner = networkLearner('executor', network, { optimisation: tinySettings.executor })
    network.trainSupervised([teach], { learningRate: 0.01 })
    const [saved, state] = [learner.save(), network.snapshot()]
    network.trainSupervised([teach], { learningRate: 0.01 })
    expect(learner.version).toBe(state.version + 1)
    expect(learner.restore(saved)).toBe(null)
    expect(network.snapshot()).toEqual(state)
    expect(learner.save()).toEqual(saved)
  })
  test('says what it cannot go back to, and stays as it is', async () => {
    const { executorNetwork, designerNetwork } = await tinyTeam()
    const learner = networkLearner('executor', executorNetwork, { optimisation: tinySettings.executor })
    const other = networkLearner('designer', designerNetwork, { optimisation: tinySettings.designer })
    const before = learner.save()
    expect(learner.restore(Uint8Array.of(1, 2, 3))).toContain('does not begin like a checkpoint')
    expect(learner.restore(other.save())).toContain('another shape')
    expect(learner.save()).toEqual(before)
  })
  const held = async (changes: Partial<PolicyOptimisation>) => {
    const { executorNetwork: network } = await tinyTeam()
    const optimisation = { ...tinySettings.executor, minibatches: 1, referenceCoefficient: 0.5, ...changes }
    return { network, learner: networkLearner('executor', network, { optimisation }) }
  }
  const rowsOf = (network: PolicyNetwork) =>
    network.sample([1, 2, 3, 4].map((seed) => ({ prompt: [1, 2], maximumTokens: 3, temperature: 1, stop: null, seed }))).map((sample, index) => ({
      record: exampleCall({
        version: network.version,
        promptTokens: [1, 2],
        tokens: sample.tokens,
        logProbabilities: sample.logProbabilities,
        masks: null,
        advantages: sample.tokens.map(() => index - 1.5),
      }),
      weight: 1,
    }))
  test('holds on to what it was when training began, also after it went on from what it saved', async () => {
    const [first, second, forgetful] = [await held({}), await held({}), await held({})]
    first.learner.train(rowsOf(first.network), randomStream(1), 0)
    const saved = first.learner.save()
    const rows = rowsOf(first.network)
    first.learner.train(rows, randomStream(2), 0)
    expect(second.learner.restore(saved)).toBeNull()
    second.learner.train(rows, randomStream(2), 0)
    expect(second.learner.save()).toEqual(first.learner.save())
    forgetful.network.restore(second.network.snapshot())
    expect(forgetful.learner.restore(saved.subarray(0, 40))).not.toBeNull()
    expect(first.learner.save().length).toBeGreaterThan(forgetful.learner.save().length)
  })
  test.each([
    // Its divergence before each of five steps: nothing where the reference has just been taken.
    [null, [0, 1, 1, 1, 1]],
    [1, [0, 0, 0, 0, 0]],
    [2, [0, 1, 0, 1, 0]],
    [3, [0, 1, 1, 0, 1]],
  ])('takes its reference anew after %j steps, whether or not it went on from what it saved between', async (referenceSteps, moved) => {
    const kept = await held({ referenceSteps })
    let resumed = await held({ referenceSteps })
    const divergences = moved.map((_, step) => {
      const rows = rowsOf(kept.network)
      const [metrics] = kept.learner.train(rows, randomStream(step), 0)
      resumed.learner.train(rows, randomStream(step), 0)
      return metrics?.referenceDivergence ?? NaN
    })
    for (const [step, value] of divergences.entries()) expect(value > 1e-9, `step ${step}: ${value}`).toBe(moved[step] === 1)
    const saved = resumed.learner.save()
    resumed = await held({ referenceSteps })
    expect(resumed.learner.restore(saved)).toBeNull()
    const rows = rowsOf(kept.network)
    expect(resumed.learner.train(rows, randomStream(9), 0)).toEqual(kept.learner.train(rows, randomStream(9), 0))
    expect(resumed.learner.save()).toEqual(kept.learner.save())
  })
  test('keeps weights without the optimizer', async () => {
    const { executorNetwork } = await tinyTeam()
    const learner = networkLearner('executor', executorNetwork, { optimisation: tinySettings.executor })
    expect(learner.weights().length).toBeLessThan(learner.save().length / 2)
  })
})
