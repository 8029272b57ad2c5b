import { expect, test } from 'vitest'
import { tokenize } from '../../../grammar/lexer/tokenize.ts'
import { Comma, Identifier, OpenBrace, Word } from '../../../grammar/tokens/index.ts'
import { tokenGroup } from '../../../grammar/tokens/token-group.ts'

const tokens = tokenize('{ first, if "{{ {a: 1} }}"').tokens
const imagesIn = (...types: Parameters<typeof tokenGroup>[0]): readonly string[] =>
  tokens.filter(tokenGroup(types)).map(({ image }) => image)

test('holds tokens of its types', () => {
  expect(imagesIn(Comma)).toEqual([','])
})

test('holds tokens that belong to its types: a brace inside an insertion is another token', () => {
  expect(imagesIn(OpenBrace)).toEqual(['{', '{'])
  expect(imagesIn(Identifier, Comma)).toEqual(['first', ',', 'a'])
  expect(imagesIn(Word)).toEqual(['first', 'if', 'a'])
})

test('may be empty', () => {
  expect(imagesIn()).toEqual([])
})
