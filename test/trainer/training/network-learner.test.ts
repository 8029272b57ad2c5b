import { describe, expect, test } from 'vitest'
import { networkLearner } from '../../../trainer/training/network-learner.ts'
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
  test('keeps weights without the optimizer', async () => {
    const { executorNetwork } = await tinyTeam()
    const learner = networkLearner('executor', executorNetwork, { optimisation: tinySettings.executor })
    expect(learner.weights().length).toBeLessThan(learner.save().length / 2)
  })
})
