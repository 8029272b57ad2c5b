import { createToken, Lexer, type TokenType } from 'chevrotain'
import { Assign, Equal, Integer, NotEqual } from './punctuation.ts'
import { And, Not, Or } from './words.ts'

// Spellings from other languages. Each belongs to the category of the token that it stands for, so that the grammar
// stays free of them; a pass over the tokens reports them.

export const DoubleAmpersand = createToken({ name: 'DoubleAmpersand', pattern: '&&', categories: [And] })
export const DoubleBar = createToken({ name: 'DoubleBar', pattern: '||', categories: [Or] })
export const Exclamation = createToken({ name: 'Exclamation', pattern: '!', categories: [Not] })
export const TripleEqual = createToken({ name: 'TripleEqual', pattern: '===', categories: [Equal] })
export const NotDoubleEqual = createToken({ name: 'NotDoubleEqual', pattern: '!==', categories: [NotEqual] })
export const CompoundAssign = createToken({ name: 'CompoundAssign', pattern: /[-+*/%]=(?!=)/, categories: [Assign] })
export const ColonAssign = createToken({ name: 'ColonAssign', pattern: ':=', categories: [Assign] })
export const GroupedDigits = createToken({ name: 'GroupedDigits', pattern: /\d+(?:_\d+)+/, categories: [Integer] })

/** The `f` of `f"…"`; dropped before parsing. */
export const TextPrefix = createToken({ name: 'TextPrefix', pattern: /[fFrRbBuU]{1,2}(?=["'])/ })

/** A whole `'…'`; becomes a one-line text before parsing. */
export const SingleQuoted = createToken({ name: 'SingleQuoted', pattern: /'(?:[^'\\\n\r]|\\[^\n\r])*'/ })

/** `while` where it can only begin a loop; the lexer never makes one, a pass over the tokens does. */
export const While = createToken({ name: 'While', pattern: Lexer.NA, label: '`while`' })

/** Before the symbols and words that they begin with. */
export const habitTokens: readonly TokenType[] = [
  DoubleAmpersand, DoubleBar, TripleEqual, NotDoubleEqual, CompoundAssign, ColonAssign, GroupedDigits, TextPrefix, SingleQuoted,
]
