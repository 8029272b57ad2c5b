import { expect, test } from 'vitest'
import { keepRequest, readRequest } from '../../../runtime/model/kept-request.ts'
import { failure, reply, toolCalls } from '../mock-model.ts'

const throughJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

test.each([
  ['a reply', reply('text')],
  ['a reply that asks for tools', toolCalls(['look', { key: 'a' }])],
  ['a failure', failure({ retryAfter: 3 })],
])('%s is read as it was', (_, outcome) => {
  const ended = { outcome, attempts: 2, requests: 1 }
  expect(readRequest(throughJson(keepRequest(ended)))).toEqual(ended)
})

test('what a policy recorded for its training is left out', () => {
  const ended = { outcome: reply('text', { record: new Float32Array(3) }), attempts: 1, requests: 1 }
  expect(keepRequest(ended)).toEqual({ outcome: reply('text'), attempts: 1, requests: 1 })
})

test.each([
  null,
  7,
  {},
  { outcome: reply('text'), attempts: 1 },
  { outcome: { kind: 'reply', reply: { content: 7 } }, attempts: 1, requests: 1 },
  { outcome: { kind: 'failure' }, attempts: 1, requests: 1 },
])('%j is no end of a request', (stored) => {
  expect(readRequest(stored)).toBe(null)
})
