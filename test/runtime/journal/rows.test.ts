import { expect, test } from 'vitest'
import { batchesOf } from '../../../runtime/journal/rows.ts'
import type { Row } from '../../../runtime/journal/rows.ts'

const row = (batch: number, changes: Row = {}): Row => ({
  batch,
  kind: 'request',
  node: 'main/a',
  attempt: 1,
  turn: 2,
  asked: 'hash',
  ended: '{}',
  time: 100 + batch,
  elapsed: batch,
  ...changes,
})

test('rows that were committed together are a batch', () => {
  const request = { place: { kind: 'request', node: 'main/a', attempt: 1, turn: 2 }, asked: 'hash', ended: '{}' }
  expect(batchesOf([row(1), row(1, { kind: 'tool', attempt: 0 }), row(2, { kind: 'timer' }), row(5)])).toEqual([
    { entries: [request, { ...request, place: { kind: 'tool', node: 'main/a', round: 0 } }], time: 101, elapsed: 1 },
    { entries: [{ ...request, place: { kind: 'timer', node: 'main/a' } }], time: 102, elapsed: 2 },
    { entries: [request], time: 105, elapsed: 5 },
  ])
})

test.each<[Row, string]>([
  [{ kind: 'other' }, 'there are no entries of the kind other'],
  [{ node: null }, 'node is no text'],
  [{ turn: 'two' }, 'turn is no number'],
])('%j is damage', (changes, message) => {
  expect(() => batchesOf([row(1, changes)])).toThrow(message)
})
