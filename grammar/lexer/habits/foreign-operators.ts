import type { TokenType } from 'chevrotain'
import {
  ColonAssign, CompoundAssign, DoubleAmpersand, DoubleBar, Exclamation, GroupedDigits, NotDoubleEqual, TripleEqual,
} from '../../tokens/index.ts'
import type { TokenEdit } from '../token-editor.ts'
import { tokenRange } from '../token-range.ts'

const instead: ReadonlyMap<TokenType, string> = new Map([
  [DoubleAmpersand, 'and'], [DoubleBar, 'or'], [Exclamation, 'not'], [TripleEqual, '=='], [NotDoubleEqual, '!='],
  [ColonAssign, '='],
])

/** `a && b`, `!a`, `a === b`, `a := b`: the token is in the category of the right one, so it only has to be reported. */
export const foreignOperator: TokenEdit = (token, editor) => {
  const details = { found: token.image, instead: instead.get(token.tokenType) ?? '' }
  editor.report({ kind: 'foreign_operator', range: tokenRange(token), details })
  return null
}

/** `a += b` */
export const compoundAssignment: TokenEdit = (token, editor) => {
  const details = { found: token.image, operator: token.image.slice(0, 1) }
  editor.report({ kind: 'compound_assignment', range: tokenRange(token), details })
  return null
}

/** `10_000` */
export const groupedDigits: TokenEdit = (token, editor) => {
  const details = { found: token.image, instead: token.image.replaceAll('_', '') }
  editor.report({ kind: 'grouped_digits', range: tokenRange(token), details })
  return null
}

export const operatorEdits: readonly (readonly [TokenType, TokenEdit])[] = [
  ...[...instead.keys()].map((type) => [type, foreignOperator] as const),
  [CompoundAssign, compoundAssignment],
  [GroupedDigits, groupedDigits],
]
