import { expect, test } from 'vitest'
import { splitReasoning } from '../../../runtime/model/split-reasoning.ts'

test.each([
  ['<think>\nfirst\n</think>\n\n42', 'first', '42'],
  ['  <think></think>42', '', '42'],
  ['the template wrote the opening tag</think>42', 'the template wrote the opening tag', '42'],
  ['<think>cut off before the end', 'cut off before the end', ''],
  ['42', '', '42'],
  ['', '', ''],
  ['a text about <think>tags</think>', '', 'a text about <think>tags</think>'],
  ['<think>a</think>b</think>c', 'a', 'b</think>c'],
])('%j', (text, reasoning, content) => {
  expect(splitReasoning(text)).toEqual({ reasoning, content })
})
