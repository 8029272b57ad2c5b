import type { IToken, TokenType } from 'chevrotain'
import { operatorEdits } from './habits/foreign-operators.ts'
import { textEdits } from './habits/foreign-texts.ts'
import { wordEdits } from './habits/foreign-words.ts'
import type { TokenEdit } from './token-editor.ts'
import type { ReportToken } from './token-problem.ts'

const edits: ReadonlyMap<TokenType, TokenEdit> = new Map([...operatorEdits, ...textEdits, ...wordEdits])

/**
 * Reports spellings from other languages, and writes the tokens of what they stand for, so that the parser reads on as if
 * nothing had been wrong.
 */
export function editTokens(source: string, input: readonly IToken[], report: ReportToken): IToken[] {
  const output: IToken[] = []
  const editor = { source, input, output, index: 0, report }
  for (const [index, token] of input.entries()) {
    editor.index = index
    const written = edits.get(token.tokenType)?.(token, editor) ?? null
    if (written === null) output.push(token)
    else output.push(...written)
  }
  return output
}
