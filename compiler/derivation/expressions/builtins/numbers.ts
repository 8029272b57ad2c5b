import { intType, listOf, numberType, optionalOf, stringType } from '../../../types/index.ts'
import type { Type } from '../../../types/index.ts'
import { fitsShape } from '../expression-shape.ts'
import { argument, fitting, oneVariant } from './builtin-rule.ts'
import type { NamedRule } from './builtin-rule.ts'

/** Reads a text as a number. A text that is written out would be a constant. */
const reading = (name: string, result: Type, stem: string): NamedRule => [
  name,
  {
    calls: (context) =>
      fitsShape(context.shape, optionalOf(result))
        ? [{ goals: [fitting(context, stringType, { except: ['string'] })], stem }]
        : [],
    variants: oneVariant,
  },
]

/** From a list of numbers of one kind to one of the same kind. */
const folding = (name: string, stem: string): NamedRule => [
  name,
  {
    calls: (context) => {
      const { shape } = context
      if (shape.type.kind !== 'int' && shape.type.kind !== 'number') return []
      return [{ goals: [argument(context, listOf(shape.type, null))], stem }]
    },
    variants: oneVariant,
  },
]

export const numberBuiltins: readonly NamedRule[] = [
  reading('number', numberType, 'parsed'),
  reading('int', intType, 'parsed'),
  folding('sum', 'total'),
  folding('min', 'least'),
  folding('max', 'greatest'),
  [
    'mean',
    {
      calls: (context) =>
        fitsShape(context.shape, numberType) ? [{ goals: [fitting(context, listOf(numberType, null))], stem: 'average' }] : [],
      variants: oneVariant,
    },
  ],
  [
    'round',
    {
      calls: (context) =>
        fitsShape(context.shape, intType)
          ? [{ goals: [fitting(context, numberType, { except: ['integer'] })], stem: 'rounded' }]
          : [],
      variants: oneVariant,
    },
  ],
]
