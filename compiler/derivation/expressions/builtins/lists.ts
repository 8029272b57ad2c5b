import { intType, isOptional, listOf, optionalOf, stringType, typeText } from '../../../types/index.ts'
import type { ListType } from '../../../types/index.ts'
import type { Space } from '../../space/space.ts'
import { fitsCount, fitsShape, isBoundedClass, wantedList } from '../expression-shape.ts'
import { argument, fitting, oneVariant } from './builtin-rule.ts'
import type { NamedRule } from './builtin-rule.ts'

const lists = (space: Space): readonly ListType[] => space.shapes.filter((type) => type.kind === 'list')

export const listBuiltins: readonly NamedRule[] = [
  [
    'present',
    {
      calls: (context) => {
        const list = wantedList(context.shape)
        if (list === null || isOptional(list.element)) return []
        const goal = argument(context, listOf(optionalOf(list.element), list.size), {
          match: context.shape.match === 'fits' ? 'within' : context.shape.match,
          except: ['list'],
        })
        return context.shape.match === 'fits' && list.size !== null ? [] : [{ goals: [goal], stem: 'found' }]
      },
      variants: oneVariant,
    },
  ],
  [
    'first',
    {
      calls: (context) => {
        const list = wantedList(context.shape)
        if (list === null) return []
        const goal = argument(context, listOf(list.element, null), { except: ['list'] })
        return context.space.integers
          .filter((count) => fitsCount(context.space, context.shape, count) && context.shape.match !== 'class')
          .map((count) => ({ variant: String(count), goals: [goal], number: count, stem: 'beginning' }))
      },
      variants: (space) => space.integers.map(String),
    },
  ],
  [
    'last',
    {
      calls: (context) =>
        isBoundedClass(context.shape)
          ? []
          : [{ goals: [argument(context, listOf(context.shape.type, null), { except: ['list'] })], stem: 'latest' }],
      variants: oneVariant,
    },
  ],
  [
    'len',
    {
      calls: (context) =>
        fitsShape(context.shape, intType)
          ? lists(context.space).map((type) => ({
              variant: typeText(type),
              goals: [argument(context, type, { match: 'same', except: ['list', 'sample'] })],
              stem: 'length',
            }))
          : [],
      variants: (space) => lists(space).map(typeText),
    },
  ],
  [
    'join',
    {
      calls: (context) => {
        const { space, shape } = context
        if (!fitsShape(shape, stringType)) return []
        const separators = space.specification.constructs.strings.filter((string) => !string.includes('{{}}'))
        if (separators.length === 0) return []
        return [
          {
            goals: [fitting(context, listOf(stringType, null)), fitting(context, stringType, { only: ['string'] })],
            stem: 'joined',
          },
        ]
      },
      variants: oneVariant,
    },
  ],
]
