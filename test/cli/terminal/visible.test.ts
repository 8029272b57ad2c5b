import { expect, test } from 'vitest'
import { visible } from '../../../cli/terminal/visible.ts'

test.each([
  ['plain, Größe, 日本, 😀', 'plain, Größe, 日本, 😀'],
  ['a\u001b[2J', 'a\\u{1b}[2J'],
  ['a\u202eb\u200bc\ufeff', 'a\\u{202e}b\\u{200b}c\\u{feff}'],
  ['a\u2028b\u00a0c', 'a\\u{2028}b\\u{a0}c'],
  ['tag \u{e0041}', 'tag \\u{e0041}'],
  ['a\tb\nc', 'a\\u{9}b\\u{a}c'],
])('%j is shown as %j', (text, shown) => {
  expect(visible(text)).toBe(shown)
})
