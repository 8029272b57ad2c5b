import { describe, expect, it } from 'vitest'
import type { CompletionRow, PolicyGradientRow } from '../../../../trainer/engine/index.ts'
import type { TokenObjective, TokenOutlook } from '../../../../trainer/engine/loss/completion-loss.ts'
import { completionLoss, forEachOutlook } from '../../../../trainer/engine/loss/completion-loss.ts'
import { policyGradientObjective } from '../../../../trainer/engine/loss/policy-gradient-objective.ts'
import { supervisedObjective } from '../../../../trainer/engine/loss/supervised-objective.ts'
import type { TokenBlock } from '../../../../trainer/engine/token-block.ts'
import { tokenBlocks } from '../../../../trainer/engine/token-block.ts'
import { randomStream } from '../../../../trainer/random/random-stream.ts'
import { relativeError } from '../finite-difference.ts'

const vocabulary = 6
const rows: readonly CompletionRow[] = [
  { prompt: [0, 1], completion: [2, 3, 4], masks: [[2, 5], [3], [4, 0, 1]], temperature: 1.7 },
  { prompt: [5], completion: [1, 0], masks: null, temperature: 0.6 },
  { prompt: [5, 5, 5], completion: [2, 2, 2, 2], masks: [null, [0, 2], null, [1, 2, 3, 4]], temperature: 1 },
]
const [block] = tokenBlocks(rows) as [TokenBlock]

function randomLogits(label: string): Float32Array {
  const stream = randomStream(2, 'logits', label)
  return Float32Array.from({ length: block.batch * block.predictions * vocabulary }, () => stream.normal())
}

/** The loss in double precision on logits in double precision: what finite differences need. */
function exactLoss(logits: ArrayLike<number>, objective: TokenObjective): number {
  let total = 0
  block.rows.forEach((row, index) => {
    const { completion = [], masks = null, temperature = 1 } = rows[row] ?? {}
    completion.forEach((token, position) => {
      const at = (index * block.predictions + position) * vocabulary
      const legal = masks?.[position] ?? [0, 1, 2, 3, 4, 5]
      const weights = legal.map((id) => Math.exp((logits[at + id] ?? 0) / temperature))
      const sum = weights.reduce((a, b) => a + b, 0)
      const entropy = -weights.reduce((a, b) => a + (b / sum) * Math.log(b / sum), 0)
      const logProbability = (logits[at + token] ?? 0) / temperature - Math.log(sum)
      total += objective({ row, position, logProbability, entropy, choices: legal.length, isMode: false }).loss
    })
  })
  return total
}

function slopeByDifferences(logits: Float32Array, objective: TokenObjective): number[] {
  const values = Float64Array.from(logits)
  const step = 1e-5
  return Array.from(values.keys(), (index) => {
    const original = values[index] ?? 0
    values[index] = original + step
    const above = exactLoss(values, objective)
    values[index] = original - step
    const below = exactLoss(values, objective)
    values[index] = original
    return (above - below) / (2 * step)
  })
}

/** Records beside the current log-probabilities at a distance, so that some ratios are clipped on either side. */
function recordedRows(logits: Float32Array): PolicyGradientRow[] {
  const stream = randomStream(3, 'records')
  const outlooks: TokenOutlook[] = []
  forEachOutlook(rows, block, vocabulary, logits, (outlook) => outlooks.push(outlook))
  return rows.map((row, index) => {
    const now = outlooks.filter((outlook) => outlook.row === index).map(({ logProbability }) => logProbability)
    return {
      ...row,
      logProbabilities: now.map((value) => value + stream.normal() * 0.4),
      referenceLogProbabilities: now.map((value) => value + stream.normal() * 0.4),
      advantages: now.map(() => stream.normal()),
      weight: 1 + index,
      version: 0,
    }
  })
}

describe('the loss of completions', () => {
  it('has the slope of finite differences for supervised rows', () => {
    const logits = randomLogits('supervised')
    const objective = supervisedObjective([0.5, 0.2, 0.3])
    const { loss, slope } = completionLoss(rows, block, vocabulary, logits, objective)
    expect(loss).toBeCloseTo(exactLoss(logits, objective), 6)
    expect(relativeError(slopeByDifferences(logits, objective), slope)).toBeLessThan(1e-5)
  })

  it.each([
    ['the clipped ratio alone', {}],
    ['entropy', { entropyCoefficient: 0.3 }],
    ['a reference', { referenceCoefficient: 0.7 }],
    ['everything, another clip', { clipRange: 0.05, entropyCoefficient: 0.1, referenceCoefficient: 0.2 }],
  ])('has the slope of finite differences for policy gradients: %s', (_, terms) => {
    const logits = randomLogits('policy gradient')
    let clipped = 0
    let seen = 0
    const objective = policyGradientObjective(recordedRows(logits), [0.5, 0.2, 0.3], terms, (facts) => {
      clipped += facts.clipped ? 1 : 0
      seen += 1
    })
    const { loss, slope } = completionLoss(rows, block, vocabulary, logits, objective)
    // The case is worth its name only if both kinds of token are there; the forced one is not seen.
    expect(seen).toBe(8)
    expect(clipped).toBeGreaterThan(0)
    expect(clipped).toBeLessThan(8)
    expect(loss).toBeCloseTo(exactLoss(logits, objective), 6)
    expect(relativeError(slopeByDifferences(logits, objective), slope)).toBeLessThan(1e-5)
  })

  it('has no slope at illegal tokens, at forced ones, and in padding', () => {
    const logits = randomLogits('zeros')
    const objective = policyGradientObjective(recordedRows(logits), [1, 1, 1], { entropyCoefficient: 0.1 })
    const { slope } = completionLoss(rows, block, vocabulary, logits, objective)
    const at = (row: number, position: number): number[] => {
      const start = (block.rows.indexOf(row) * block.predictions + position) * vocabulary
      return Array.from(slope.subarray(start, start + vocabulary), (value) => (value === 0 ? 0 : 1))
    }
    expect(at(0, 0)).toEqual([0, 0, 1, 0, 0, 1])
    expect(at(0, 1)).toEqual([0, 0, 0, 0, 0, 0])
    expect(at(0, 2)).toEqual([1, 1, 0, 0, 1, 0])
    expect(at(1, 0)).toEqual([1, 1, 1, 1, 1, 1])
    expect(at(1, 2)).toEqual([0, 0, 0, 0, 0, 0])
  })

  it('stands where logits are extreme', () => {
    const logits = randomLogits('extreme').map((value) => value * 1e4)
    const { loss, slope } = completionLoss(rows, block, vocabulary, logits, supervisedObjective([1, 1, 1]))
    expect(Number.isFinite(loss)).toBe(true)
    expect(slope.every((value) => Number.isFinite(value))).toBe(true)
  })

  it('tells which tokens are the most probable legal ones', () => {
    const logits = new Float32Array(block.batch * block.predictions * vocabulary)
    const at = (row: number, position: number): number => (block.rows.indexOf(row) * block.predictions + position) * vocabulary
    logits[at(0, 0) + 2] = 1
    logits[at(0, 0) + 3] = 5
    logits[at(1, 0) + 4] = 1
    const modes = new Map<string, boolean>()
    forEachOutlook(rows, block, vocabulary, logits, ({ row, position, isMode }) => modes.set(`${row}.${position}`, isMode))
    // Token 3 is higher, but not legal there.
    expect(modes.get('0.0')).toBe(true)
    expect(modes.get('1.0')).toBe(false)
  })
})
