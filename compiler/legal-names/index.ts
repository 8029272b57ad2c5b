export { legalNamesOf } from './legal-names-of.ts'
export type { NamedFile } from './legal-names-of.ts'
