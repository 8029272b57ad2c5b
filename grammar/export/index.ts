export { characterGrammar, exportGrammar, grammarFormats, type GrammarFormat } from './export-grammar.ts'
export type { LegalNames } from './legal-names.ts'
export type { CharacterSet, Expression as GrammarExpression } from './model/expression.ts'
export type { CharacterGrammar } from './spell/spell-grammar.ts'
