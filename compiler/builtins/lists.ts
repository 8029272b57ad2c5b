import { intType, joinTypes, listOf, sizeMinimum, sizeProduct, sizeSum, stringType, withoutNone } from '../types/index.ts'
import type { Size } from '../types/index.ts'
import type { Builtin } from './builtin.ts'
import { aList, aListOfLists, aListOrText, aPositiveInt, aStaticInt, aString, listAt } from './parameters.ts'

const combined = (left: Size | null, right: Size | null, combine: (left: Size, right: Size) => Size): Size | null =>
  left === null || right === null ? null : combine(left, right)

const shorter = (size: Size | null, limit: Size | null): Size | null => {
  if (size === null) return limit
  return limit === null ? size : sizeMinimum(size, limit)
}

/** Builtins that take lists apart and put them together. */
export const listBuiltins: readonly Builtin[] = [
  {
    name: 'present',
    usage: 'present(list)',
    documentation: 'The items that are not `none`.',
    forms: [
      {
        parameters: [aList],
        key: null,
        result: (inputs) => {
          const list = listAt(inputs, 0)
          return listOf(withoutNone(list.element), list.size)
        },
      },
    ],
  },
  {
    name: 'len',
    usage: 'len(list)',
    documentation: 'How many items the list has, or how many characters the text.',
    forms: [{ parameters: [aListOrText], key: null, result: () => intType }],
  },
  {
    name: 'first',
    usage: 'first(list, n)',
    documentation: 'The first n items, or all where there are fewer.',
    forms: [
      {
        parameters: [aList, aPositiveInt('n')],
        key: null,
        result: (inputs) => {
          const list = listAt(inputs, 0)
          return listOf(list.element, shorter(list.size, inputs[1]?.size ?? null))
        },
      },
    ],
  },
  {
    name: 'last',
    usage: 'last(list)',
    documentation: 'The last item. Fails on an empty list.',
    forms: [{ parameters: [aList], key: null, result: (inputs) => listAt(inputs, 0).element }],
  },
  {
    name: 'concat',
    usage: 'concat(list, list)',
    documentation: 'The items of both lists, one list after the other.',
    forms: [
      {
        parameters: [aList, aList],
        key: null,
        result: (inputs) => {
          const left = listAt(inputs, 0)
          const right = listAt(inputs, 1)
          const element = joinTypes(left.element, right.element)
          if (element === null) return { kind: 'apart', left: left.element, right: right.element }
          return listOf(element, combined(left.size, right.size, sizeSum))
        },
      },
    ],
  },
  {
    name: 'flatten',
    usage: 'flatten(lists)',
    documentation: 'The items of all the lists in one list.',
    forms: [
      {
        parameters: [aListOfLists],
        key: null,
        result: (inputs) => {
          const outer = listAt(inputs, 0)
          const inner = listAt([{ type: outer.element, size: null }], 0)
          return listOf(inner.element, combined(outer.size, inner.size, sizeProduct))
        },
      },
    ],
  },
  {
    name: 'chunk',
    usage: 'chunk(list, size)',
    documentation: 'The items in lists of `size`; the last list may be shorter.',
    forms: [
      {
        parameters: [aList, aPositiveInt('size')],
        key: null,
        result: (inputs) => listOf(listOf(listAt(inputs, 0).element, inputs[1]?.size ?? null), listAt(inputs, 0).size),
      },
    ],
  },
  {
    name: 'range',
    usage: 'range(n)',
    documentation: 'The whole numbers from 0 to n - 1.',
    forms: [{ parameters: [aStaticInt('n')], key: null, result: (inputs) => listOf(intType, inputs[0]?.size ?? null) }],
  },
  {
    name: 'join',
    usage: 'join(list, separator)',
    documentation: 'The items as texts, with the separator between them.',
    forms: [{ parameters: [aList, aString('separator')], key: null, result: () => stringType }],
  },
]
