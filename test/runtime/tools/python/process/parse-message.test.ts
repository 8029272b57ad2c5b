import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseMessage } from '../../../../../runtime/tools/python/process/parse-message.ts'

test.each([
  ['{"kind":"ready"}', { kind: 'ready' }],
  ['{"kind":"returned","value":1,"__proto__":{"polluted":1}}', { kind: 'returned', standardError: '' }],
  ['{"kind":"returned","standardError":"no"}', { kind: 'returned', standardError: 'no' }],
  ['{"kind":"raised","message":"no"}', { kind: 'raised', message: 'no', standardError: '' }],
  ['{"kind":"broken","message":""}', { kind: 'broken', message: '' }],
])('reads %s', (line, message) => {
  expect(parseMessage(line)).toEqual(message)
})

test.each([
  '',
  'null',
  '[]',
  '"ready"',
  '{"kind":"raised"}',
  '{"kind":"raised","message":1}',
  '{"kind":"__proto__"}',
  '{"kind":["ready"]}',
  '{',
])('takes %j for no message', (line) => {
  expect(parseMessage(line)).toBeNull()
})

test('whatever is said is a message or none, and leaves no trace on other objects', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.json(),
        fc.json().map((value) => `{"kind":"raised","message":${value}}`),
      ),
      (line) => {
        const message = parseMessage(line)
        expect(message === null || ['ready', 'returned', 'raised', 'broken'].includes(message.kind)).toBe(true)
        expect(Object.keys(Object.prototype)).toEqual([])
      },
    ),
  )
})
