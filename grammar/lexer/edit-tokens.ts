import type { IToken } from 'chevrotain'
import { operatorEdits } from './habits/foreign-operators.ts'
import { textEdits } from './habits/foreign-texts.ts'
import { wordEdits } from './habits/foreign-words.ts'
import type { TokenEdit } from './token-editor.ts'
import type { ReportToken } from './token-problem.ts'

/** By the number of the token type: it is looked up for every token. */
const edits: readonly (TokenEdit | undefined)[] = editsByIndex()

function editsByIndex(): (TokenEdit | undefined)[] {
  const table: (TokenEdit | undefined)[] = []
  for (const [{ tokenTypeIdx: index }, edit] of [...operatorEdits, ...textEdits, ...wordEdits]) {
    if (index !== undefined) table[index] = edit
  }
  return table
}

/**
 * Reports spellings from other languages, and writes the tokens of what they stand for, so that the parser reads on as if
 * nothing had been wrong.
 */
export function editTokens(source: string, input: readonly IToken[], report: ReportToken): IToken[] {
  const output: IToken[] = []
  const editor = { source, input, output, index: 0, report }
  let index = 0
  for (const token of input) {
    editor.index = index++
    const written = edits[token.tokenTypeIdx]?.(token, editor) ?? null
    if (written === null) output.push(token)
    else output.push(...written)
  }
  return output
}
