export { characterGrammar, exportGrammar, grammarFormats, type GrammarFormat } from './export-grammar.ts'
export type { LegalNames } from './legal-names.ts'
