import { intType, numberType, optionalOf } from '../types/index.ts'
import type { Type } from '../types/index.ts'
import type { Builtin, BuiltinArgument } from './builtin.ts'
import { aListOfNumbers, aNumber, aString, listAt } from './parameters.ts'

/** `int` where every number is one. */
const widest = (types: readonly Type[]): Type => (types.some((type) => type.kind === 'number') ? numberType : intType)

const ofItems = (inputs: readonly BuiltinArgument[]): Type => widest([listAt(inputs, 0).element])

const ofAll = (inputs: readonly BuiltinArgument[]): Type => widest(inputs.map((input) => input.type))

const extreme = (name: string, which: string): Builtin => ({
  name,
  usage: `${name}(list)\` or \`${name}(a, b)`,
  documentation: `The ${which} number of a list, or of two numbers. Fails on an empty list.`,
  forms: [
    { parameters: [aListOfNumbers], key: null, result: ofItems },
    { parameters: [aNumber('a'), aNumber('b')], key: null, result: ofAll },
  ],
})

/** Builtins on numbers, and from texts to numbers. */
export const numberBuiltins: readonly Builtin[] = [
  {
    name: 'sum',
    usage: 'sum(list)',
    documentation: 'All numbers added up; 0 for an empty list.',
    forms: [{ parameters: [aListOfNumbers], key: null, result: ofItems }],
  },
  {
    name: 'mean',
    usage: 'mean(list)',
    documentation: 'The average of the numbers. Fails on an empty list.',
    forms: [{ parameters: [aListOfNumbers], key: null, result: () => numberType }],
  },
  extreme('min', 'least'),
  extreme('max', 'greatest'),
  {
    name: 'round',
    usage: 'round(number)',
    documentation: 'The nearest whole number.',
    forms: [{ parameters: [aNumber('number')], key: null, result: () => intType }],
  },
  {
    name: 'abs',
    usage: 'abs(number)',
    documentation: 'The number without its sign.',
    forms: [{ parameters: [aNumber('number')], key: null, result: ofAll }],
  },
  {
    name: 'number',
    usage: 'number(text)',
    documentation: 'The number that the text spells, or `none`.',
    forms: [{ parameters: [aString('text')], key: null, result: () => optionalOf(numberType) }],
  },
  {
    name: 'int',
    usage: 'int(text)',
    documentation: 'The whole number that the text spells, or `none`.',
    forms: [{ parameters: [aString('text')], key: null, result: () => optionalOf(intType) }],
  },
]

