import { expect, test } from 'vitest'
import { shellWord } from '../../../cli/text/shell-word.ts'

test.each([
  ['main/a', 'main/a'],
  ['main/a#2[1]', "'main/a#2[1]'"],
  ["it's $HOME", `'it'\\''s $HOME'`],
  ['', "''"],
])('%j is the word %s', (text, word) => {
  expect(shellWord(text)).toBe(word)
})
