import { describe, expect, test } from 'vitest'
import type { SavedRun } from '../../../trainer/run/run-state.ts'
import { readState, writeState } from '../../../trainer/run/state-file.ts'

const saved: SavedRun = {
  state: {
    version: 1,
    backend: 'cpu',
    extensions: { domain: null, scorer: 'mine', estimator: null, executor: null, designer: null },
    position: { kind: 'training', point: { step: 2, requests: 31, price: 0, idle: 0, failing: 0, unsolved: 0, measurements: [{ step: 0, value: -1 / 3 }] } },
    evaluations: [],
    designs: [{ family: 'depth', difficulty: 1, share: 0.1 + 0.2, text: 'workflow main() -> string { return "ü" }' }],
    written: 8,
    compiled: 7,
    metrics: { bytes: 12, checksum: 4_294_967_295 },
    records: null,
    tried: { bytes: 3, checksum: 9 },
    frontier: [
      { kind: 'design', name: 'design 1', text: 'x', training: { executions: 16, score: 0.5, requests: 2 }, scores: [1, 0.25], requests: 2, price: 0.01 },
    ],
  },
  designer: Uint8Array.of(1, 2, 3),
  executor: null,
}

describe('a state file', () => {
  test.each([
    ['of both roles', { ...saved, executor: Uint8Array.of(0, 255) }],
    ['of one role', saved],
    ['of none', { ...saved, designer: null }],
    ['with an empty part', { ...saved, designer: new Uint8Array() }],
    ['in a start', { ...saved, state: { ...saved.state, position: { kind: 'start', role: 'designer', last: null } } }],
  ] satisfies readonly (readonly [string, SavedRun])[])('%s reads back the same', (_, run) => {
    expect(readState(writeState(run))).toEqual({ kind: 'read', saved: run })
  })
  test('is invalid wherever one of its bytes has changed, and wherever it was cut', () => {
    const bytes = writeState(saved)
    for (let at = 0; at < bytes.length; at += 1) {
      const spoilt = Uint8Array.from(bytes)
      spoilt[at] = (spoilt[at] ?? 0) ^ 4
      expect(readState(spoilt).kind).toBe('invalid')
      expect(readState(bytes.slice(0, at)).kind).toBe('invalid')
    }
  })
  test('of another shape is invalid, whatever its checksum says', () => {
    const strange = writeState({ ...saved, state: { ...saved.state, written: -1 } })
    expect(readState(strange)).toEqual({ kind: 'invalid', message: 'its header cannot be read' })
  })
})
