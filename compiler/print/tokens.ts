import type { Declaration, NumberExpression, NumberLiteral, Range, StringLiteral, Text } from '../../grammar/index.ts'
import type { Document } from '../layout/index.ts'

/** How many blank lines stand before something: one, none, or as many as the author left, one at most. */
export type Gap = 'blank' | 'none' | 'kept'

/**
 * Where the words, signs and comments of a tree come from, asked for in the order in which they stand. A tree alone has no
 * comments: those answers are empty then.
 */
export interface Tokens {
  /** A word or a sign, behind the comments that have not been asked for before it. */
  word(text: string): Document
  number(literal: NumberLiteral | NumberExpression): Document
  string(literal: StringLiteral): Document
  text(text: Text): Document
  /** A comma between two items; what stands before it at the end of its line comes after it. */
  comma(): Document
  /** Whether a word or sign has been written next. */
  sees(text: string): boolean
  /** How many pairs of parentheses stand around the expression there; `isNeeded`: without one the tree would be another. */
  parentheses(range: Range, isNeeded: boolean): number
  /** The documentation of a declaration, where it does not come with the comments. */
  documentation(declaration: Declaration): Document
  /** Comments right behind an item, before the comma or the bracket that follows. */
  behind(): Document
  /** Comments up to the end of the line. `beforeDeclaration`: what documents the declaration that comes next is left for it. */
  restOfLine(beforeDeclaration?: boolean): Document
  /** Comments before the next item of a list, on lines of their own. */
  beforeItem(): Document
  /** Line breaks, and comments, before the next entry of a block or a file; `gap` comes before the first of them. */
  beforeEntry(gap: Gap): Document
  /** Line breaks and comments after the last entry or item; `gap` comes before the first of them. */
  afterLast(gap: Gap): Document
}
