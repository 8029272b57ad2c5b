import { beforeAll, describe, expect, it, vi } from 'vitest'
import type { Engine, LegalTokens, PolicyNetwork, Sample, SampleRequest } from '../../../../trainer/engine/index.ts'
import type { Decoder } from '../../../../trainer/engine/sampling/decoder.ts'
import { createDecoder } from '../../../../trainer/engine/sampling/decoder.ts'
import { plainMultiplier } from '../../../../trainer/engine/sampling/row-multiplier.ts'
import { sampleBatch } from '../../../../trainer/engine/sampling/sample-batch.ts'
import { randomStream } from '../../../../trainer/random/random-stream.ts'
import { caughtFault } from '../caught-fault.ts'
import { executorShape, loadedEngine } from '../loaded-engine.ts'

let engine: Engine
let network: PolicyNetwork

beforeAll(async () => {
  engine = await loadedEngine()
  network = engine.createNetwork(executorShape, 1)
})

function requests(count: number): SampleRequest[] {
  const stream = randomStream(2, 'requests')
  return Array.from({ length: count }, (_, seed) => ({
    prompt: Array.from({ length: 1 + stream.integer(12) }, () => stream.integer(32)),
    maximumTokens: 1 + stream.integer(12),
    temperature: [0, 0.7, 1, 1.6][stream.integer(4)] ?? 1,
    stop: 3,
    seed,
    ...(stream.integer(2) === 0 ? {} : { mask: alternatingMask }),
  }))
}

/** Everything, one token only, and a handful, in turn. */
function alternatingMask(generated: readonly number[]): LegalTokens {
  switch (generated.length % 3) {
    case 0:
      return [9, 3, 12, 30, 5]
    case 1:
      return [7]
    default:
      return null
  }
}

const first = (request: Partial<SampleRequest>): Sample => {
  const [sample] = network.sample([{ prompt: [1], maximumTokens: 5, temperature: 1, stop: null, seed: 1, ...request }])
  if (sample === undefined) throw new Error('No sample')
  return sample
}

describe('sample', () => {
  it('repeats with the same seeds, and differs with others', () => {
    expect(network.sample(requests(60))).toEqual(network.sample(requests(60)))
    const others = requests(60).map((request) => ({ ...request, seed: request.seed + 1000 }))
    expect(network.sample(others)).not.toEqual(network.sample(requests(60)))
  })

  it('does not depend on what is sampled beside a sequence', () => {
    const all = requests(150)
    const together = network.sample(all)
    expect(all.flatMap((request) => network.sample([request]))).toEqual(together)
    expect(network.sample([...all].reverse()).reverse()).toEqual(together)
  })

  it('samples equal prompts as if each were alone', () => {
    const all = Array.from({ length: 40 }, (_, seed) => ({
      prompt: [4, 8, 15], maximumTokens: 8, temperature: 1, stop: null, seed,
    }))
    const together = network.sample(all)
    expect(all.flatMap((request) => network.sample([request]))).toEqual(together)
    expect(new Set(together.map(({ tokens }) => tokens.join(' '))).size).toBeGreaterThan(30)
  })

  it('reads equal prompts once, also where others stand between them', () => {
    const decoder = createDecoder(executorShape, network.snapshot().weights, plainMultiplier)
    let read = 0
    const counting: Decoder = {
      ...decoder,
      advance: (lanes, tokens, wanted) => {
        if (wanted === 0) read += lanes.length
        return decoder.advance(lanes, tokens, wanted)
      },
    }
    // As many as are decoded side by side, twice.
    const all = Array.from({ length: 256 }, (_, seed) => ({
      prompt: seed % 2 === 0 ? [4, 8, 15] : [16, 23, 4, 2], maximumTokens: 1, temperature: 1, stop: null, seed,
    }))
    expect(sampleBatch(executorShape, counting, all)).toHaveLength(256)
    // All tokens of each prompt but the last, which is read where the first token is drawn.
    expect(read).toBe(2 + 3)
  })

  it('records log-probabilities that a recomputation confirms, under masks and at any temperature', () => {
    const all = requests(200).filter(({ temperature }) => temperature > 0)
    const samples = network.sample(all)
    const rows = samples.map(({ tokens, masks }, index) => ({
      prompt: all[index]?.prompt ?? [],
      completion: tokens,
      masks,
      temperature: all[index]?.temperature ?? 1,
    }))
    network.evaluate(rows).forEach(({ logProbabilities }, index) => {
      const recorded = samples[index]?.logProbabilities ?? []
      expect(logProbabilities).toHaveLength(recorded.length)
      logProbabilities.forEach((value, position) => expect(Math.abs(value - (recorded[position] ?? 0))).toBeLessThan(1e-4))
    })
  })

  it('samples tokens with the probabilities that it records', () => {
    const count = 4000
    const samples = network.sample(
      Array.from({ length: count }, (_, seed) => ({ prompt: [4], maximumTokens: 1, temperature: 0.3, stop: null, seed })),
    )
    const probability = new Map(samples.map(({ tokens, logProbabilities }) => [tokens[0], Math.exp(logProbabilities[0] ?? 0)]))
    for (const [token, expected] of probability) {
      const share = samples.filter(({ tokens }) => tokens[0] === token).length / count
      expect(Math.abs(share - expected)).toBeLessThan(5 * Math.sqrt((expected * (1 - expected)) / count) + 1e-3)
    }
  })

  it('keeps to the mask and records it', () => {
    const mask = vi.fn((generated: readonly number[]): LegalTokens => (generated.length === 0 ? [20, 21] : [22, 23]))
    const sample = first({ mask, maximumTokens: 3 })
    expect(sample.masks).toEqual([[20, 21], [22, 23], [22, 23]])
    sample.tokens.forEach((token, position) => expect(sample.masks?.[position]).toContain(token))
    // Once per position and once more, to hear whether the sequence is complete.
    expect(mask).toHaveBeenCalledTimes(4)
  })

  it('has no masks where the request has none', () => {
    expect(first({}).masks).toBeNull()
  })

  describe('says whether a sequence was cut short', () => {
    const only = (token: number) => (): LegalTokens => [token]

    it('not at the stop token, which it keeps', () => {
      expect(first({ stop: 9, mask: only(9) })).toMatchObject({ tokens: [9], truncated: false })
    })

    it('not at the end of the mask', () => {
      const mask = (generated: readonly number[]): LegalTokens | 'end' => (generated.length === 2 ? 'end' : [6])
      expect(first({ mask })).toMatchObject({ tokens: [6, 6], truncated: false })
      expect(first({ mask, maximumTokens: 2 })).toMatchObject({ tokens: [6, 6], truncated: false })
    })

    it('not at a length asked for, without a stop token', () => {
      expect(first({ maximumTokens: 4 })).toMatchObject({ truncated: false })
      expect(first({ maximumTokens: 4 }).tokens).toHaveLength(4)
    })

    it('at the maximum, with a stop token that did not come', () => {
      expect(first({ stop: 9, mask: only(6), maximumTokens: 2 })).toMatchObject({ tokens: [6, 6], truncated: true })
    })

    it('at the last position', () => {
      const prompt = new Array<number>(executorShape.positions - 2).fill(1)
      // The last token is not read, so there is one more of them than positions.
      expect(first({ prompt })).toMatchObject({ truncated: true })
      expect(first({ prompt }).tokens).toHaveLength(3)
      expect(first({ prompt, maximumTokens: 3 })).toMatchObject({ truncated: false })
    })
  })

  it('refuses what it cannot sample, and names the row', () => {
    const sound = { prompt: [1], maximumTokens: 3, temperature: 1, stop: null, seed: 1 }
    const refused = (request: Partial<SampleRequest>): unknown => {
      const fault = caughtFault(() => network.sample([sound, { ...sound, ...request }]))
      return [fault.kind, fault.rows]
    }
    expect(refused({ prompt: [] })).toEqual(['row-shape', [1]])
    expect(refused({ prompt: [32] })).toEqual(['token-out-of-range', [1]])
    expect(refused({ prompt: [0.5] })).toEqual(['token-out-of-range', [1]])
    expect(refused({ prompt: new Array<number>(41).fill(0) })).toEqual(['row-too-long', [1]])
    expect(refused({ mask: () => [] })).toEqual(['no-legal-token', [1]])
    expect(refused({ mask: () => [1, 99] })).toEqual(['token-out-of-range', [1]])
    expect(refused({ mask: () => [1, 2, 1] })).toEqual(['row-shape', [1]])
    expect(refused({ temperature: -1 })).toEqual(['row-shape', [1]])
    expect(refused({ temperature: NaN })).toEqual(['row-shape', [1]])
  })

  it('returns nothing for nothing', () => {
    expect(network.sample([])).toEqual([])
    expect(first({ maximumTokens: 0 })).toEqual({ tokens: [], logProbabilities: [], masks: null, truncated: false })
  })
})
