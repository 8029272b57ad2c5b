import type { ISerializedGast } from 'chevrotain'
import { sharedParser } from './parser/shared-parser.ts'

/**
 * The grammar's rules as data, for its exports. Rules whose name starts with `habit` read what is no part of the language
 * and is always reported; `Semicolon` is accepted between entries and never written.
 */
export function productions(): readonly ISerializedGast[] {
  return sharedParser.getSerializedGastProductions()
}
