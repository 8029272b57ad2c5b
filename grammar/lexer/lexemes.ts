import { tokenMatcher } from 'chevrotain'
import type { Range } from '../syntax/index.ts'
import { BlockTextClose, BlockTextOpen, LineTextClose, LineTextOpen } from '../tokens/index.ts'
import { tokenize } from './tokenize.ts'
import { tokenRange } from './token-range.ts'

/** A word, a sign, a number or a whole text, as it is written. */
export interface Lexeme {
  readonly text: string
  readonly range: Range
}

/** What a file without syntax errors is made of, besides white space and comments. */
export function lexemesOf(source: string): readonly Lexeme[] {
  const lexemes: Lexeme[] = []
  let depth = 0
  let start = 0
  for (const token of tokenize(source).tokens) {
    const range = tokenRange(token)
    if (depth === 0) start = range.start
    if (token.tokenType === LineTextOpen || token.tokenType === BlockTextOpen) depth++
    else if (tokenMatcher(token, LineTextClose) || token.tokenType === BlockTextClose) depth--
    if (depth === 0) lexemes.push({ text: source.slice(start, range.end), range: { start, end: range.end } })
  }
  return lexemes
}
