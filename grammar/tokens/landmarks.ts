import { EOF, tokenMatcher, type IToken } from 'chevrotain'
import { While } from './habits.ts'
import { Assign, Colon, Dot, OpenBrace } from './punctuation.ts'
import { TextChunk } from './texts.ts'
import { tokenGroup } from './token-group.ts'
import {
  Agent, Assert, Enum, Export, For, Identifier, If, Import, Match, Repeat, Return, Stop, Tool, Type, Word, Workflow,
} from './words.ts'

// Places in the text where reading can go on after an error.

const isDeclarationWord = tokenGroup([Import, Export, Type, Enum, Tool, Agent, Workflow])
const isStatementWord = tokenGroup([If, Match, Repeat, For, Stop, Assert, Return, While])

/** Whether a token stands for the end of the file, or for what comes before its beginning. */
export function isEnd(token: IToken): boolean {
  return token.tokenType === EOF
}

/** The offset after a token; 0 before the first. */
export function endOf(token: IToken): number {
  return isEnd(token) ? 0 : token.startOffset + token.image.length
}

/** A declaration's word followed by a name: nothing inside a declaration looks like that. */
export function startsDeclaration(token: IToken, next: IToken): boolean {
  if (!isDeclarationWord(token)) return false
  if (token.tokenType === Import) return tokenMatcher(next, OpenBrace)
  return token.tokenType === Export ? isDeclarationWord(next) : tokenMatcher(next, Identifier)
}

/** A statement's own word, or a line that opens with `name =`. */
export function startsStatement(source: string, before: IToken, token: IToken, next: IToken): boolean {
  if (isStatementWord(token)) return !tokenMatcher(before, Dot) && !tokenMatcher(next, Colon)
  return tokenMatcher(token, Identifier) && tokenMatcher(next, Assign) && opensLine(source, before, token)
}

/** Whether a line break stands between two tokens that follow each other. */
export function opensLine(source: string, before: IToken, token: IToken): boolean {
  return /[\n\r]/.test(source.slice(endOf(before), token.startOffset))
}

/** A token in the words of an error message. */
export function describeToken(token: IToken): string {
  if (isEnd(token)) return 'the end of the file'
  if (token.image === '') return 'the end of the line'
  if (tokenMatcher(token, TextChunk) || token.image.startsWith('"')) return 'a text'
  return tokenMatcher(token, Word) || token.image.length < 20 ? `\`${token.image}\`` : `\`${token.image.slice(0, 20)}…\``
}
