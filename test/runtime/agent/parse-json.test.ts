import { expect, test } from 'vitest'
import { parseJson } from '../../../runtime/agent/parse-json.ts'
import { maximumTextLength } from '../../../runtime/values/size-limits.ts'

test.each([
  ['{"a": 1}'],
  [' \n{"a": 1}\n'],
  ['```json\n{"a": 1}\n```'],
  ['```\n{"a": 1}```'],
  ['```JSON  \n\n{"a":\n1}\n\n```\n'],
])('reads %j', (text) => {
  expect(parseJson(text)).toEqual({ kind: 'ok', data: { a: 1 } })
})

test('a fence inside a string is a string', () => {
  expect(parseJson('"```json\\n1\\n```"')).toEqual({ kind: 'ok', data: '```json\n1\n```' })
})

test.each([
  ['', 'it is empty'],
  [' ', 'it is empty'],
  ['Here: {"a": 1}', /JSON/],
  ['{"a": 1', /JSON/],
  ["{'a': 1}", /JSON/],
  ['{"a": 1} {"b": 2}', /JSON/],
  ['x'.repeat(maximumTextLength + 1), 'it is too long'],
])('does not read %.20j', (text, message) => {
  const parsed = parseJson(text)
  expect(parsed.kind === 'invalid' && parsed.message).toMatch(message)
})

test('text as deep as it likes does not overflow the stack', () => {
  expect(parseJson('['.repeat(500_000)).kind).toBe('invalid')
  expect(parseJson('['.repeat(500_000) + ']'.repeat(500_000)).kind).toBe('ok')
})
