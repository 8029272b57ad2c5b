import { expect, test } from 'vitest'
import type { Type } from '../../../compiler/index.ts'
import { toolResult } from '../../../runtime/mcp/tool-result.ts'
import type { McpAnswer } from '../../../runtime/mcp/tool-result.ts'

const text = (...texts: readonly string[]): McpAnswer => ({ content: texts.map((one) => ({ type: 'text', text: one })) })
const string: Type = { kind: 'string' }
const int: Type = { kind: 'int' }
const wrapper: Type = { kind: 'record', fields: [{ name: 'result', type: int }] }

test.each<readonly [string, McpAnswer, Type, unknown]>([
  ['texts are joined', text('a', 'b'), string, { kind: 'ok', value: 'a\nb' }],
  ['pictures are left out', { content: [{ type: 'image' }, { type: 'text', text: 'a' }] }, string, { kind: 'ok', value: 'a' }],
  ['no text is structured content as JSON', { structuredContent: { a: 1 } }, string, { kind: 'ok', value: '{"a":1}' }],
  ['or the text that it wraps', { structuredContent: { result: 'a' } }, string, { kind: 'ok', value: 'a' }],
  ['text is JSON where something else is due', text('[1]'), int, { kind: 'ok', value: [1] }],
  ['text that is none fails', text('one'), int, { kind: 'failed', message: 'the tool answered with no JSON: "one"' }],
  ['structured content goes before text', { ...text('2'), structuredContent: { result: 3 } }, int, { kind: 'ok', value: 3 }],
  ['an object that fits is not unwrapped', { structuredContent: { result: 3 } }, wrapper, { kind: 'ok', value: { result: 3 } }],
  ['nothing is unwrapped too', { structuredContent: { result: null } }, { kind: 'optional', inner: int }, { kind: 'ok', value: null }],
  ['what fits nowhere is left to the declaration', { structuredContent: { other: 3 } }, int, { kind: 'ok', value: { other: 3 } }],
  ['an error is a failure', { ...text('no'), isError: true }, int, { kind: 'failed', message: 'no' }],
  ['an error without a word', { isError: true }, int, { kind: 'failed', message: 'the tool failed' }],
  ['an empty answer', {}, string, { kind: 'ok', value: '' }],
])('%s', (_, answer, type, outcome) => {
  expect(toolResult(answer, type)).toEqual(outcome)
})
