import { foreignNames } from '../../lexer/habits/foreign-words.ts'
import {
  characters, charactersExcept, choice, literal, optional, repeat, sequence, type Expression,
} from '../model/expression.ts'
import { reservedWords } from '../../reserved-words.ts'
import { longestComment, mostDigits, mostExponentDigits } from './bounds.ts'
import { textLexemes } from './text-lexemes.ts'

const digits = (most: number): Expression => repeat(characters('0-9'), 1, most)
const exponent = sequence(characters('e', 'E'), optional(characters('+', '-')), digits(mostExponentDigits))

/** Words that are legal as names, and that the lexer takes for habits of other languages where no name could stand. */
const unwise = [...reservedWords, ...foreignNames]

/** What words, numbers, comments and texts are made of; no identifier is one of the `declared` names. */
export function lexemesWith(declared: readonly string[]): Readonly<Record<string, Expression>> {
  return {
    identifier: { kind: 'other_word', than: [...new Set([...unwise, ...declared])] },
    anyWord: { kind: 'other_word', than: [] },
    wholeNumber: digits(mostDigits),
    decimalNumber: sequence(
      digits(mostDigits), choice(sequence(literal('.'), digits(mostDigits), optional(exponent)), exponent),
    ),
    space: characters(' ', '\t', '\n', '\r'),
    blank: characters(' ', '\t'),
    lineComment: sequence(literal('//'), restOfLine, characters('\n', '\r')),
    lastComment: sequence(literal('//'), restOfLine),
    blockComment: sequence(
      literal('/*'),
      repeat(choice(charactersExcept('*'), sequence(stars, charactersExcept('*', '/'))), 0, longestComment),
      stars, literal('/'),
    ),
    ...textLexemes,
  }
}

const restOfLine = repeat(charactersExcept('\n', '\r'), 0, longestComment)
const stars = repeat(literal('*'), 1, longestComment)
