import { describe, expect, it } from 'vitest'
import { chooseToken } from '../../../../trainer/engine/sampling/choose-token.ts'
import { randomStream } from '../../../../trainer/random/random-stream.ts'
import { caughtFault } from '../caught-fault.ts'

const logits = Float32Array.of(1, -2, 0.5, 3, 0)

/** Probabilities by the definition, for comparison. */
function softmax(ids: readonly number[], temperature: number): Map<number, number> {
  const weights = ids.map((id) => Math.exp((logits[id] ?? 0) / temperature))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return new Map(ids.map((id, index) => [id, (weights[index] ?? 0) / total]))
}

describe('chooseToken', () => {
  it.each([
    ['all tokens', null, 1],
    ['a mask', [0, 2, 4], 1],
    ['a mask in another order, warm', [4, 3, 0], 2.5],
    ['a mask, cold', [0, 2, 4], 0.4],
  ] as const)('draws with the probability that it states: %s', (_, legal, temperature) => {
    const expected = softmax(legal ?? [0, 1, 2, 3, 4], temperature)
    const stream = randomStream(1, 'draws')
    const counts = new Map<number, number>()
    const draws = 20_000
    for (let draw = 0; draw < draws; draw += 1) {
      const { token, logProbability } = chooseToken(logits, legal, temperature, stream)
      counts.set(token, (counts.get(token) ?? 0) + 1)
      expect(logProbability).toBeCloseTo(Math.log(expected.get(token) ?? 0), 6)
    }
    for (const [token, probability] of expected) {
      // Five standard deviations of a share.
      const margin = 5 * Math.sqrt((probability * (1 - probability)) / draws)
      expect(Math.abs((counts.get(token) ?? 0) / draws - probability)).toBeLessThan(margin)
    }
  })

  it('takes the most probable token at temperature 0, with certainty', () => {
    const stream = randomStream(1)
    expect(chooseToken(logits, null, 0, stream)).toEqual({ token: 3, logProbability: 0 })
    expect(chooseToken(logits, [4, 2, 1], 0, stream)).toEqual({ token: 2, logProbability: 0 })
  })

  it('takes the lowest id among equals at temperature 0, whatever the order of the mask', () => {
    const equal = Float32Array.of(1, 2, 2, 2)
    expect(chooseToken(equal, [3, 1, 2], 0, randomStream(1)).token).toBe(1)
  })

  it('draws nothing from the stream for a forced choice', () => {
    const stream = randomStream(1)
    expect(chooseToken(logits, [1], 1, stream)).toEqual({ token: 1, logProbability: 0 })
    expect(stream.state()).toEqual(randomStream(1).state())
  })

  it('refuses logits that are no numbers', () => {
    expect(caughtFault(() => chooseToken(Float32Array.of(0, NaN), null, 1, randomStream(1))).kind).toBe('not-finite-logits')
    expect(caughtFault(() => chooseToken(Float32Array.of(0, NaN), null, 0, randomStream(1))).kind).toBe('not-finite-logits')
    expect(caughtFault(() => chooseToken(Float32Array.of(0, Infinity), null, 1, randomStream(1))).kind).toBe('not-finite-logits')
  })
})
