import { expect, test } from 'vitest'
import { readRoundEnd } from '../../../runtime/tools/read-round-end.ts'
import { int, tool } from '../graph-builder.ts'

const counter = tool('count', { result: int })

test.each([
  { kind: 'ok', value: 7 },
  { kind: 'failed', code: 'tool_failed', message: 'no' },
  { kind: 'failed', code: 'invalid_tool_result', message: 'no' },
  { kind: 'aborted' },
])('%j is read as it was', (end) => {
  expect(readRoundEnd(counter, end)).toEqual(end)
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
  expect(readRoundEnd(counter, stored)).toBe(null)
})
