import type { IToken, TokenType } from 'chevrotain'
import type { ReportToken } from './token-problem.ts'

/** Walks over the tokens of a file from left to right and writes the tokens that the parser gets. */
export interface TokenEditor {
  readonly source: string
  readonly input: readonly IToken[]
  /** The token being read. */
  readonly index: number
  /** What has been written so far. */
  readonly output: IToken[]
  readonly report: ReportToken
}

/** Looks at one token and says what is written for it; `null` leaves it as it is. */
export type TokenEdit = (token: IToken, editor: TokenEditor) => readonly IToken[] | null

/** Whether nothing but white space, a brace or `;` stands before the token on its line: a statement can begin there. */
export function opensStatement(token: IToken, { source, output }: TokenEditor): boolean {
  const before = output.at(-1)
  if (before === undefined || /^[{};]$/.test(before.image)) return true
  return /[\n\r]/.test(source.slice(before.startOffset + before.image.length, token.startOffset))
}

/** Whether the next token is of a type and stands on the same line. */
export function nextOnLine({ source, input, index }: TokenEditor, ...types: readonly TokenType[]): boolean {
  const token = input[index]
  const next = input[index + 1]
  if (token === undefined || next === undefined || !types.includes(next.tokenType)) return false
  return !/[\n\r]/.test(source.slice(token.startOffset, next.startOffset))
}
