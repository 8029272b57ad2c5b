import type { IMultiModeLexerDefinition, TokenType } from 'chevrotain'
import { Blank, commentTokens, WhiteSpace } from './comments.ts'
import { Exclamation, habitTokens, While } from './habits.ts'
import { CloseBrace, numberTokens, OpenBrace, symbolTokens } from './punctuation.ts'
import { BlockTextOpen, blockTextMode, insertionBraces, LineTextOpen, lineTextMode } from './texts.ts'
import { UnexpectedCharacter } from './unexpected.ts'
import { wordTokens } from './words.ts'

/** What an expression is made of, braces and white space apart. */
const code: readonly TokenType[] = [
  ...habitTokens, ...wordTokens, ...numberTokens, ...symbolTokens, Exclamation, BlockTextOpen, LineTextOpen, While,
]

/** Every token of the language, by the lexer mode that finds it. */
export const lexerModes: IMultiModeLexerDefinition = {
  defaultMode: 'code',
  modes: {
    code: [WhiteSpace, ...commentTokens, ...code, OpenBrace, CloseBrace, UnexpectedCharacter],
    line_text: [...lineTextMode],
    block_text: [...blockTextMode],
    line_insertion: [Blank, ...insertionBraces.line.outside, ...code, UnexpectedCharacter],
    line_braces: [Blank, ...insertionBraces.line.inside, ...code, UnexpectedCharacter],
    block_insertion: [WhiteSpace, ...insertionBraces.block.outside, ...code, UnexpectedCharacter],
    block_braces: [WhiteSpace, ...insertionBraces.block.inside, ...code, UnexpectedCharacter],
  },
}
