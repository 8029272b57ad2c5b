import { Lexer } from 'chevrotain'
import { lexerModes } from '../tokens/index.ts'

/** A lexer of the language; one reads any number of files. A test builds one with the checks of its definition. */
export function createLexer(options: { readonly skipValidations: boolean } = { skipValidations: true }): Lexer {
  return new Lexer(lexerModes, { positionTracking: 'onlyOffset', ...options })
}
