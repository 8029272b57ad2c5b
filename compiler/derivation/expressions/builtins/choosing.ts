import { boolType, intType, listOf, typeText, withoutNone } from '../../../types/index.ts'
import type { RecordType, Type } from '../../../types/index.ts'
import type { Space } from '../../space/space.ts'
import { fitsShape, isBoundedClass, wantedList } from '../expression-shape.ts'
import { argument, fitting } from './builtin-rule.ts'
import type { NamedRule } from './builtin-rule.ts'

type Test = (type: Type) => boolean

const isNumber: Test = ({ kind }) => kind === 'int' || kind === 'number'
const isOrdered: Test = (type) => isNumber(type) || type.kind === 'string'
const isBool: Test = ({ kind }) => kind === 'bool'
const isPlain: Test = ({ kind }) => kind !== 'list' && kind !== 'record' && kind !== 'optional'

const selectorsOf = (type: Type, test: Test): readonly string[] =>
  type.kind === 'record' ? type.fields.filter((field) => test(field.type)).map((field) => field.name) : []

const records = (space: Space): readonly RecordType[] => space.shapes.filter((type) => type.kind === 'record')

const allSelectors = (space: Space, test: Test): readonly string[] =>
  [...new Set(records(space).flatMap((record) => selectorsOf(record, test)))].map((field) => `.${field}`)

/** The item chosen from a list, by itself or by a field. */
const item = (name: string, test: Test, stem: string): NamedRule => [
  name,
  {
    calls: (context) => {
      const { shape } = context
      if (isBoundedClass(shape)) return []
      const type = shape.match === 'fits' ? withoutNone(shape.type) : shape.type
      const list = argument(context, listOf(type, null))
      const plain = test(type) ? [{ goals: [list], stem }] : []
      return [
        ...plain,
        ...selectorsOf(type, test).map((selector) => ({ variant: `.${selector}`, goals: [list], selector, stem })),
      ]
    },
    variants: (space) => ['', ...allSelectors(space, test)],
  },
]

/** A list of some of the items, or of all in another order. */
const items = (name: string, test: Test, stem: string): NamedRule => [
  name,
  {
    calls: (context) => {
      const list = wantedList(context.shape)
      if (list === null) return []
      const goal = argument(context, list, { match: context.shape.match, except: ['list'] })
      const plain = test(list.element) ? [{ goals: [goal], stem }] : []
      return [
        ...plain,
        ...selectorsOf(list.element, test).map((selector) => ({ variant: `.${selector}`, goals: [goal], selector, stem })),
      ]
    },
    variants: (space) => ['', ...allSelectors(space, test)],
  },
]

/** What a list of `bool`s, or of records with one, amounts to. */
const summary = (name: string, result: Type, stem: string): NamedRule => [
  name,
  {
    calls: (context) => {
      if (!fitsShape(context.shape, result)) return []
      const fields = records(context.space).flatMap((record) =>
        selectorsOf(record, isBool).map((selector) => ({
          variant: `.${selector} of ${typeText(record)}`,
          goals: [argument(context, listOf(record, null), { match: 'same', except: ['list'] })],
          selector,
          stem,
        })),
      )
      return [{ goals: [fitting(context, listOf(boolType, null), { except: ['list'] })], stem }, ...fields]
    },
    variants: (space) => [
      '',
      ...records(space).flatMap((record) => selectorsOf(record, isBool).map((selector) => `.${selector} of ${typeText(record)}`)),
    ],
  },
]

export const choosingBuiltins: readonly NamedRule[] = [
  item('vote', isPlain, 'winner'),
  item('best', isNumber, 'winner'),
  items('sort', isOrdered, 'ordered'),
  items('where', isBool, 'chosen'),
  summary('count', intType, 'tally'),
  summary('any', boolType, 'some'),
  summary('all', boolType, 'every'),
]
