import type { GrammarExpression } from '../../grammar/export/index.ts'

/** A text and how an expression of the grammar derives it. */
export interface Derived {
  readonly expression: GrammarExpression
  /** Of a rule what it stands for, of a sequence its items, of a choice the option taken, of a repetition each turn. */
  readonly parts: readonly Derived[]
  readonly text: string
}

/** What stands for itself. */
export const written = (expression: GrammarExpression, text: string): Derived => ({ expression, parts: [], text })

export const composed = (expression: GrammarExpression, parts: readonly Derived[]): Derived => ({
  expression,
  parts,
  text: parts.map(({ text }) => text).join(''),
})
