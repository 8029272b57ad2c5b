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

test.each([
  ['a\u001b[2J', String.raw`$'a\U0000001b[2J'`],
  ["it's\n\u202eno \\ 1", String.raw`$'it\'s\U0000000a\U0000202eno \\ 1'`],
])('%j can be seen, and copied into bash', (text, word) => {
  expect(shellWord(text)).toBe(word)
  const environment = { ...process.env, LC_ALL: 'C.UTF-8' }
  expect(execFileSync('bash', ['-c', `printf %s ${word}`], { encoding: 'utf8', env: environment })).toBe(text)
})
