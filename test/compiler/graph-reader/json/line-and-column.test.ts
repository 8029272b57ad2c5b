import { expect, test } from 'vitest'
import { lineAndColumn } from '../../../../compiler/graph-reader/json/line-and-column.ts'

test.each([
  ['', 0, 1, 1],
  ['ab', 2, 1, 3],
  ['a\nb', 2, 2, 1],
  ['a\r\nb', 3, 2, 1],
  ['a\rb\n\nc', 6, 4, 2],
])('%j at %i', (text, offset, line, column) => {
  expect(lineAndColumn(text, offset)).toEqual({ line, column })
})
