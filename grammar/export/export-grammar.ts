import { ebnf } from './formats/ebnf.ts'
import { gbnf } from './formats/gbnf.ts'
import { lark } from './formats/lark.ts'
import { railroad } from './formats/railroad.ts'
import { textmate } from './formats/textmate.ts'
import type { LegalNames } from './legal-names.ts'
import { reachable, recordedGrammar, type Rules } from './model/recorded-grammar.ts'
import { readableRules, refineGrammar, startOf } from './refine/refine-grammar.ts'
import { spellGrammar, type CharacterGrammar } from './spell/spell-grammar.ts'

export const grammarFormats = ['ebnf', 'gbnf', 'lark', 'textmate', 'railroad'] as const

export type GrammarFormat = (typeof grammarFormats)[number]

/**
 * The grammar of whole files, or, with names, of the workflow that stands behind declarations that are fixed. Equal arguments
 * give equal text. The colours of `textmate` are those of the language, whatever the names.
 */
export function exportGrammar(format: GrammarFormat, names: LegalNames | null = null): string {
  switch (format) {
    case 'ebnf':
      return ebnf(forPeople(names))
    case 'railroad':
      return railroad(forPeople(names))
    case 'gbnf':
      return gbnf(characterGrammar(names))
    case 'lark':
      return lark(characterGrammar(names))
    case 'textmate':
      return textmate()
  }
}

const forPeople = (names: LegalNames | null): Rules => reachable(readableRules(recordedGrammar(), names), startOf(names))

/** The grammar over characters that `gbnf` and `lark` print. */
export const characterGrammar = (names: LegalNames | null): CharacterGrammar =>
  spellGrammar(refineGrammar(recordedGrammar(), names), names?.declared ?? [])
