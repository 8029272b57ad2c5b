import fc from 'fast-check'
import { expect, test } from 'vitest'
import { markedLines } from '../../../cli/terminal/marked-lines.ts'
import { textWidth } from '../../../cli/terminal/text-width.ts'
import { visible } from '../../../cli/terminal/visible.ts'

test.each([
  ['short', 40, ['> short']],
  ['', 40, ['> ']],
  ['a\n\nb', 40, ['> a', '> ', '> b']],
  ['0123456789ab', 12, ['> 0123456789', '> ab']],
  ['日本日本日本', 12, ['> 日本日本日', '> 本']],
  ['0123456789', 3, ['> 01234567', '> 89']],
  ['0123456789'.repeat(30), null, [`> ${'0123456789'.repeat(30)}`]],
])('%j in %j columns', (text, width, lines) => {
  expect(markedLines('> ', text, width)).toEqual(lines)
})

test('no line is wider than the terminal, and nothing is lost', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.integer({ min: 12, max: 60 }), (text, width) => {
      const lines = markedLines('> ', text, width)
      for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(width)
      expect(lines.map((line) => line.slice(2)).join('')).toBe(text.split('\n').map(visible).join(''))
    }),
  )
})
