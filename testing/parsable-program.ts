import type { Arbitrary } from 'fast-check'
import { characterGrammar } from '../grammar/export/index.ts'
import { derivedText } from './texts/derived-text.ts'

/**
 * Texts that the parser has nothing to say about, with every rule of the grammar, in any layout and with comments: whole files, empty ones
 * among them, that mean nothing in most cases. They shrink to shorter ones. Without what is accepted and never written, the `;`.
 *
 * @example
 * fc.assert(fc.property(parsableProgram(), (text) => myParser(text).errors.length === 0))
 */
export const parsableProgram = (): Arbitrary<string> => derivedText(characterGrammar(null))
