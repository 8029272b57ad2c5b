import { beforeAll, describe, expect, it } from 'vitest'
import type { LegalTokens, PolicyNetwork } from '../../../../trainer/engine/index.ts'
import { caughtFault } from '../caught-fault.ts'
import { loadedEngine, smallShape } from '../loaded-engine.ts'

let network: PolicyNetwork

beforeAll(async () => {
  network = (await loadedEngine()).createNetwork(smallShape, 1)
})

const masks: readonly LegalTokens[] = [[1, 2, 3], [4], [5], null, [6, 7], [8]]

describe('a sampling session', () => {
  it('draws what sample draws for the same masks', () => {
    for (let seed = 0; seed < 20; seed += 1) {
      const request = { prompt: [9, 1, 4], temperature: 1.3, seed }
      const session = network.open(request)
      for (const legal of masks) session.step(legal)
      const mask = ({ length }: readonly number[]): LegalTokens | 'end' =>
        length < masks.length ? (masks[length] ?? null) : 'end'
      const [expected] = network.sample([{ ...request, maximumTokens: 9, stop: null, mask }])
      const actual = session.sample(false)
      expect({ ...actual, logProbabilities: [] }).toEqual({ ...expected, logProbabilities: [] })
      actual.logProbabilities.forEach((value, position) =>
        expect(value).toBeCloseTo(expected?.logProbabilities[position] ?? NaN, 5),
      )
    }
  })

  it('keeps the weights that it was opened with', () => {
    const run = (train: boolean): number[] => {
      const own = network.snapshot()
      const session = network.open({ prompt: [1], temperature: 1, seed: 4 })
      const drawn = [session.step(null).logProbability]
      if (train) network.trainSupervised([{ prompt: [1], completion: [2, 2] }], { learningRate: 0.1 })
      drawn.push(session.step(null).logProbability)
      network.restore(own)
      return drawn
    }
    expect(run(true)).toEqual(run(false))
  })

  it('goes by the new weights after training', () => {
    const state = network.snapshot()
    const draw = (): number => network.open({ prompt: [1], temperature: 1, seed: 4 }).step(null).logProbability
    const before = draw()
    network.trainSupervised([{ prompt: [1], completion: [2, 2] }], { learningRate: 0.1 })
    expect(draw()).not.toBe(before)
    network.restore(state)
    expect(draw()).toBe(before)
  })

  it('says how much room there is, and refuses to go beyond', () => {
    const session = network.open({ prompt: [1, 2, 3, 4, 5, 6, 7, 8, 9], temperature: 1, seed: 1 })
    expect(session.room()).toBe(2)
    session.step(null)
    session.step([3])
    expect(session.room()).toBe(0)
    expect(caughtFault(() => session.step(null)).kind).toBe('row-too-long')
  })

  it('refuses a mask that allows nothing', () => {
    const session = network.open({ prompt: [1], temperature: 1, seed: 1 })
    expect(caughtFault(() => session.step([])).kind).toBe('no-legal-token')
  })
})
