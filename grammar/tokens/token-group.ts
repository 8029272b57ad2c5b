import type { IToken, TokenType } from 'chevrotain'

/** Says of a token whether it is of one of some types, or belongs to one of them. */
export type TokenGroup = (token: IToken) => boolean

/**
 * A group of token types, as a table by their numbers: asked of every token of a file, so one look-up each. The table is made
 * when it is first needed, as types that belong to others may be created after the group.
 */
export function tokenGroup(types: readonly TokenType[]): TokenGroup {
  let table: readonly (true | undefined)[] | null = null
  return ({ tokenTypeIdx: index }) => (table ??= tableOf(types))[index] === true
}

function tableOf(types: readonly TokenType[]): readonly (true | undefined)[] {
  const table: (true | undefined)[] = []
  for (const { tokenTypeIdx: own, categoryMatches: members } of types) {
    for (const index of [own, ...members ?? []]) if (index !== undefined) table[index] = true
  }
  return table
}
