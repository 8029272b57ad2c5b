import type { IToken, TokenType } from 'chevrotain'

/** A token that stands for a piece of the text as if the lexer had found it there. */
export function makeToken(type: TokenType, image: string, startOffset: number): IToken {
  return { tokenType: type, tokenTypeIdx: type.tokenTypeIdx ?? 0, image, startOffset }
}

/** The same piece of text as another token. */
export function retyped(token: IToken, type: TokenType): IToken {
  return makeToken(type, token.image, token.startOffset)
}
