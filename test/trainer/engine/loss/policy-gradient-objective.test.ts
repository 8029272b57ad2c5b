import { describe, expect, it } from 'vitest'
import type { PolicyGradientFacts, PolicyGradientTerms } from '../../../../trainer/engine/loss/policy-gradient-objective.ts'
import { policyGradientObjective } from '../../../../trainer/engine/loss/policy-gradient-objective.ts'
import type { TokenLoss } from '../../../../trainer/engine/loss/completion-loss.ts'

interface Token {
  readonly ratio: number
  readonly advantage: number
  readonly reference?: number
  readonly terms?: PolicyGradientTerms
}

const recorded = -1.2

/** The objective at one token of a given ratio to its record, with a weight of 1. */
function lossAt({ ratio, advantage, reference, terms = {} }: Token): TokenLoss & PolicyGradientFacts {
  const row = {
    prompt: [0],
    completion: [1],
    masks: null,
    temperature: 1,
    logProbabilities: [recorded],
    referenceLogProbabilities: reference === undefined ? null : [reference],
    advantages: [advantage],
    weight: 1,
    version: 0,
  }
  const seen: PolicyGradientFacts[] = []
  const objective = policyGradientObjective([row], [1], terms, (facts) => seen.push(facts))
  const logProbability = recorded + Math.log(ratio)
  const loss = objective({ row: 0, position: 0, logProbability, entropy: 0.9, choices: 2, isMode: true })
  const [facts] = seen
  if (facts === undefined) throw new Error('The token was not seen')
  return { ...loss, ...facts }
}

describe('the clipped surrogate', () => {
  it.each([
    // Gains count up to the clip, losses in full: PPO's table of cases.
    { ratio: 1, advantage: 2, loss: -2, clipped: false },
    { ratio: 1.1, advantage: 2, loss: -2.2, clipped: false },
    { ratio: 1.5, advantage: 2, loss: -2.4, clipped: true },
    { ratio: 0.5, advantage: 2, loss: -1, clipped: false },
    { ratio: 1.5, advantage: -2, loss: 3, clipped: false },
    { ratio: 0.5, advantage: -2, loss: 1.6, clipped: true },
  ])('costs $loss at a ratio of $ratio and an advantage of $advantage', ({ ratio, advantage, loss, clipped }) => {
    const actual = lossAt({ ratio, advantage })
    expect(actual.loss).toBeCloseTo(loss, 10)
    expect(actual.clipped).toBe(clipped)
    expect(actual.ratio).toBeCloseTo(ratio, 10)
    expect(actual.perLogProbability).toBeCloseTo(clipped ? 0 : -ratio * advantage, 10)
  })

  it('subtracts the entropy', () => {
    expect(lossAt({ ratio: 1, advantage: 0, terms: { entropyCoefficient: 0.5 } })).toMatchObject({
      loss: -0.45,
      perEntropy: -0.5,
    })
  })

  it('adds the k3 divergence from the reference, which is 0 only at the reference', () => {
    const terms = { referenceCoefficient: 2 }
    const at = lossAt({ ratio: 1, advantage: 0, reference: recorded, terms })
    expect(at.loss).toBeCloseTo(0, 12)
    expect(at.perLogProbability).toBeCloseTo(0, 12)
    const off = lossAt({ ratio: 1, advantage: 0, reference: recorded + 0.3, terms })
    expect(off.referenceDivergence).toBeCloseTo(Math.exp(0.3) - 0.3 - 1, 12)
    expect(off.loss).toBeCloseTo(2 * off.referenceDivergence, 12)
    // Towards the reference: its probability is higher, so a higher one costs less.
    expect(off.perLogProbability).toBeLessThan(0)
  })

  it('is unbiased as an estimate of the divergence from the recorded policy', () => {
    const [before, after] = [[0.7, 0.2, 0.1], [0.5, 0.4, 0.1]]
    const exact = before.reduce((sum, p, index) => sum + p * Math.log(p / (after[index] ?? 1)), 0)
    const estimate = before.reduce(
      (sum, p, index) => sum + p * lossAt({ ratio: (after[index] ?? 1) / p, advantage: 1 }).recordedDivergence,
      0,
    )
    expect(estimate).toBeCloseTo(exact, 12)
  })
})
