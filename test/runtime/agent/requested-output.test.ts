import { expect, test } from 'vitest'
import { requestedOutput } from '../../../runtime/agent/requested-output.ts'
import { int, record, string } from '../graph-builder.ts'

const answer = record({ answer: string })
const objectOf = (properties: object) =>
  ({ type: 'object', properties, required: Object.keys(properties), additionalProperties: false })

test.each([
  ['a text', string, { kind: 'text' }],
  ['a record', answer, { kind: 'json', schema: objectOf({ answer: { type: 'string' } }), wrapped: false }],
  ['another value, wrapped', int, { kind: 'json', schema: objectOf({ value: { type: 'integer' } }), wrapped: true }],
])('asks for %s', (_, type, output) => {
  expect(requestedOutput(type)).toEqual(output)
})

test('is made once for a type', () => {
  expect(requestedOutput(answer)).toBe(requestedOutput(answer))
})
