import {
  characters, charactersExcept, choice, literal, optional, repeat, sequence, type Expression,
} from '../model/expression.ts'
import { longestRun, mostSigns } from './bounds.ts'

// Plain text, character by character. The lexer looks ahead to tell `{`, `{{`, quotes and backslashes apart; here each lexeme
// takes the signs before a character along, so that every text can be read in one way only.

const hexDigit = characters('0-9', 'A-F', 'a-f')
const hexDigits = (count: number): Expression => repeat(hexDigit, count, count)

/** Four digits that are no surrogate. */
const fourDigits = choice(
  sequence(characters('0-9', 'A-C', 'E-F', 'a-c', 'e-f'), hexDigits(3)),
  sequence(characters('D-D', 'd-d'), characters('0-7'), hexDigits(2)),
)

/** One to six hexadecimal digits of a character: up to 10FFFF, no surrogate. */
const codePoint = choice(
  repeat(hexDigit, 1, 3),
  fourDigits,
  sequence(literal('0'), fourDigits),
  sequence(characters('1-9', 'A-F', 'a-f'), hexDigits(4)),
  sequence(literal('00'), fourDigits),
  sequence(literal('0'), characters('1-9', 'A-F', 'a-f'), hexDigits(4)),
  sequence(literal('10'), hexDigits(4)),
)

const escape = sequence(literal('\\'), choice(
  characters('n', 't', '"', '\\'), literal('{{'), sequence(literal('u{'), codePoint, literal('}')),
))

/** In a `"…"`: a character or an escape, with a `{` before it or without. */
const lineChunk = sequence(optional(literal('{')), choice(charactersExcept('"', '\\', '{', '\n', '\r'), escape))

const braces = repeat(literal('{'), 2, longestRun)

// In a `"""…"""` a backslash is text except before `{{`. Signs in a row are groups of quotes (one or two) and single braces,
// taking turns, between backslashes.
const quotes = sequence(literal('"'), optional(literal('"')))
const brace = literal('{')
const backslash = literal('\\')
const turns = (one: Expression, other: Expression): Expression =>
  sequence(one, repeat(sequence(other, one), 0, mostSigns), optional(other))
const group = choice(turns(quotes, brace), turns(brace, quotes))
const ending = (one: Expression, other: Expression): Expression =>
  sequence(optional(other), one, repeat(sequence(other, one), 0, mostSigns))
const upToBackslash = sequence(optional(group), backslash)
const signs = repeat(upToBackslash, 0, mostSigns)

const before = (end: Expression): Expression => sequence(signs, optional(group), end)

/** What texts are made of, by lexeme. */
export const textLexemes: Readonly<Record<string, Expression>> = {
  lineChunk,
  lineInsertOpen: braces,
  blockChunk: before(charactersExcept('"', '\\', '{', '\n')),
  blockEscape: sequence(repeat(upToBackslash, 1, mostSigns), literal('{{')),
  blockBreak: before(literal('\n')),
  blockInsertOpen: sequence(optional(signs, ending(quotes, brace)), braces),
  blockTextClose: sequence(signs, optional(ending(brace, quotes)), literal('""'), repeat(literal('"'), 1, longestRun)),
}
