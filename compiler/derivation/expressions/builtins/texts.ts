import { boolType, listOf, stringType, typeText } from '../../../types/index.ts'
import type { Type } from '../../../types/index.ts'
import type { Space } from '../../space/space.ts'
import { fitsShape, isBoundedClass } from '../expression-shape.ts'
import { argument, fitting, oneVariant } from './builtin-rule.ts'
import type { NamedRule } from './builtin-rule.ts'

/** From a text to a text, a list of them or a `bool`. */
const ofText = (name: string, result: Type, stem: string, more: readonly Type[] = []): NamedRule => [
  name,
  {
    calls: (context) => {
      if (!fitsShape(context.shape, result) || isBoundedClass(context.shape)) return []
      const text = fitting(context, stringType, { except: ['string'] })
      return [{ goals: [text, ...more.map((type) => fitting(context, type))], stem }]
    },
    variants: oneVariant,
  },
]

/** What is not a text already. */
const values = (space: Space): readonly Type[] =>
  space.shapes.filter(
    ({ kind }) =>
      kind === 'int' || kind === 'number' || kind === 'bool' || kind === 'enum' || kind === 'record' || kind === 'list',
  )

/** The text of a value of each type. */
const showing = (name: string, stem: string): NamedRule => [
  name,
  {
    calls: (context) =>
      fitsShape(context.shape, stringType)
        ? values(context.space).map((type) => ({
            variant: typeText(type),
            goals: [argument(context, type, { match: 'same', except: ['integer', 'boolean', 'member', 'record', 'list'] })],
            stem,
          }))
        : [],
    variants: (space) => values(space).map(typeText),
  },
]

export const textBuiltins: readonly NamedRule[] = [
  ofText('trim', stringType, 'trimmed'),
  ofText('lower', stringType, 'lowered'),
  ofText('lines', listOf(stringType, null), 'rows'),
  ofText('split', listOf(stringType, null), 'pieces', [stringType]),
  ofText('contains', boolType, 'found', [stringType]),
  showing('text', 'written'),
  showing('json', 'written'),
]
