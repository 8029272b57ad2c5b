import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { shellWord } from '../../../cli/text/shell-word.ts'

test.each([
  ['.mas/runs', '.mas/runs'],
  ['my runs', `'my runs'`],
  ['', `''`],
  ['main/a#2[1]', "'main/a#2[1]'"],
  [`it's $HOME; "x"`, `'it'\\''s $HOME; "x"'`],
])('%s', (text, word) => {
  expect(shellWord(text)).toBe(word)
  expect(execFileSync('sh', ['-c', `printf %s ${word}`], { encoding: 'utf8' })).toBe(text)
})
