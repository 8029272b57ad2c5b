import type { IToken } from 'chevrotain'
import type { Range } from '../syntax/index.ts'

/** Where a token stands. */
export function tokenRange(token: IToken): Range {
  return { start: token.startOffset, end: token.startOffset + token.image.length }
}
