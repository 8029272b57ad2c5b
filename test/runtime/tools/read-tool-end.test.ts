import { expect, test } from 'vitest'
import { readToolEnd } from '../../../runtime/tools/read-tool-end.ts'
import { int, tool } from '../graph-builder.ts'

const counter = tool('count', { result: int })

test.each([
  { kind: 'ok', value: 7 },
  { kind: 'failed', code: 'tool_failed', message: 'no' },
  { kind: 'failed', code: 'invalid_tool_result', message: 'no' },
  { kind: 'aborted' },
])('%j is read as it was', (end) => {
  expect(readToolEnd(counter, end)).toEqual(end)
})

test.each([
  null,
  {},
  { kind: 'ok', value: 'seven' },
  { kind: 'ok' },
  { kind: 'failed', code: 'made_up', message: 'no' },
  { kind: 'failed', code: 'tool_failed' },
  { kind: 'else' },
])('%j is no end of a call of this tool', (stored) => {
  expect(readToolEnd(counter, stored)).toBe(null)
})
