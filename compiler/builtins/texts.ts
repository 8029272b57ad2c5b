import { boolType, listOf, stringType } from '../types/index.ts'
import type { Type } from '../types/index.ts'
import type { Builtin, BuiltinParameter } from './builtin.ts'
import { aPositiveInt, aString, anyValue } from './parameters.ts'

const strings = listOf(stringType, null)

const plain = (name: string, parameters: readonly BuiltinParameter[], result: Type, documentation: string): Builtin => ({
  name,
  usage: `${name}(${parameters.map((parameter) => parameter.name).join(', ')})`,
  documentation,
  forms: [{ parameters, key: null, result: () => result }],
})

/** Builtins on texts. */
export const textBuiltins: readonly Builtin[] = [
  plain('text', [anyValue], stringType, 'The value as `{{value}}` inserts it.'),
  plain('json', [anyValue], stringType, 'The value as compact JSON.'),
  plain('lines', [aString('text')], strings, 'The lines of the text.'),
  plain('split', [aString('text'), aString('separator')], strings, 'The pieces of the text between the separators.'),
  plain('chunks', [aString('text'), aPositiveInt('size')], strings, 'The text in pieces of at most `size` characters.'),
  plain('trim', [aString('text')], stringType, 'The text without white space at its ends.'),
  plain('lower', [aString('text')], stringType, 'The text in lower case.'),
  plain('replace', [aString('text'), aString('old'), aString('new')], stringType, 'The text with every `old` replaced by `new`.'),
  plain('contains', [aString('text'), aString('part')], boolType, 'Whether the part occurs in the text.'),
]
