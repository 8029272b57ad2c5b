import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Engine, NetworkState } from '../../../trainer/engine/index.ts'
import { readCheckpoint, writeCheckpoint } from '../../../trainer/engine/index.ts'
import { loadedEngine, smallShape } from './loaded-engine.ts'

let engine: Engine
let state: NetworkState

const rows = [
  { prompt: [1, 2], completion: [3, 4, 5] },
  { prompt: [6], completion: [7, 8] },
]

beforeAll(async () => {
  engine = await loadedEngine()
  const network = engine.createNetwork(smallShape, 1)
  for (let step = 0; step < 3; step += 1) network.trainSupervised(rows, { learningRate: 0.01 })
  state = network.snapshot()
})

function readBack(bytes: Uint8Array): NetworkState {
  const result = readCheckpoint(bytes)
  if (result.kind === 'invalid') throw new Error(result.message)
  return result.state
}

const message = (bytes: Uint8Array): string => {
  const result = readCheckpoint(bytes)
  return result.kind === 'invalid' ? result.message : 'valid'
}

describe('a checkpoint', () => {
  it('is the same state bit for bit, and the same bytes again', () => {
    const bytes = writeCheckpoint(state)
    expect(readBack(bytes)).toEqual(state)
    expect(writeCheckpoint(readBack(bytes))).toEqual(bytes)
  })

  it('continues bit for bit where an uninterrupted run would', () => {
    const uninterrupted = engine.openNetwork(state)
    const resumed = engine.openNetwork(readBack(writeCheckpoint(state)))
    for (let step = 0; step < 3; step += 1) {
      const settings = { learningRate: 0.01, warmUpSteps: 5 }
      expect(resumed.trainSupervised(rows, settings)).toEqual(uninterrupted.trainSupervised(rows, settings))
    }
    expect(resumed.snapshot()).toEqual(uninterrupted.snapshot())
    expect(resumed.version).toBe(6)
  })

  it('may leave out the optimizer, for a third of the size', () => {
    const bytes = writeCheckpoint(state, { optimizer: false })
    expect(bytes.length).toBeLessThan(writeCheckpoint(state).length / 2.5)
    const back = readBack(bytes)
    expect(back.weights).toEqual(state.weights)
    expect(back.version).toBe(state.version)
    expect(back.optimizer.steps).toBe(0)
    expect(back.optimizer.mean.every((value) => value === 0)).toBe(true)
  })

  it('is read from the middle of a larger buffer', () => {
    const bytes = writeCheckpoint(state)
    const larger = new Uint8Array(bytes.length + 7)
    larger.set(bytes, 3)
    expect(readBack(larger.subarray(3, 3 + bytes.length))).toEqual(state)
  })

  it('is a value that says what is wrong where it cannot be read', () => {
    const bytes = writeCheckpoint(state)
    expect(message(new Uint8Array(0))).toMatch('does not begin like a checkpoint')
    expect(message(new TextEncoder().encode('{"shape": {}}        '))).toMatch('does not begin like a checkpoint')
    expect(message(bytes.subarray(0, 30))).toMatch('ends inside its header')
    expect(message(bytes.subarray(0, bytes.length - 4))).toMatch('bytes where its shape needs')
    const changed = bytes.slice()
    changed[bytes.length - 5] = (changed[bytes.length - 5] ?? 0) ^ 1
    expect(message(changed)).toMatch('checksum')
    const poisoned = writeCheckpoint({ ...state, weights: state.weights.map((value, index) => (index === 3 ? NaN : value)) })
    expect(message(poisoned)).toMatch('not numbers')
    const impossible = writeCheckpoint({ ...state, shape: { ...state.shape, heads: 5 } })
    expect(message(impossible)).toMatch('width (12) must be a multiple of heads (5)')
  })

  it('is never read after any byte of it has changed, and never throws', () => {
    const bytes = writeCheckpoint(state, { optimizer: false })
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const changed = bytes.slice()
        changed[at] = (changed[at] ?? 0) ^ change
        expect(readCheckpoint(changed).kind).toBe('invalid')
      }),
      { numRuns: 500 },
    )
  })

  it('is never read from arbitrary bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(readCheckpoint(bytes).kind).toBe('invalid')
      }),
    )
  })
})
