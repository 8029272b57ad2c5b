import { boolType, intType, listOf } from '../types/index.ts'
import type { Builtin, KeyRule } from './builtin.ts'
import { aList, anyKey, boolKey, listAt, numberKey, orderedKey } from './parameters.ts'

type Shape = 'item' | 'list' | 'int' | 'bool'

function choosing(name: string, key: KeyRule, shape: Shape, documentation: string): Builtin {
  return {
    name,
    usage: `${name}(list, .field)`,
    documentation,
    forms: [
      {
        parameters: [aList],
        key,
        result: (inputs) => {
          const list = listAt(inputs, 0)
          switch (shape) {
            case 'item':
              return list.element
            case 'list':
              return listOf(list.element, list.size)
            case 'int':
              return intType
            case 'bool':
              return boolType
          }
        },
      },
    ],
  }
}

/** Builtins that choose from a list by each item, or by a `.field` of it. */
export const choosingBuiltins: readonly Builtin[] = [
  choosing('vote', anyKey, 'item', 'The first item of the largest group of equal ones. Fails on an empty list.'),
  choosing('best', numberKey, 'item', 'The item with the greatest number. Fails on an empty list.'),
  choosing('sort', orderedKey, 'list', 'The items in ascending order.'),
  choosing('where', boolKey, 'list', 'The items that are true.'),
  choosing('count', boolKey, 'int', 'How many items are true.'),
  choosing('any', boolKey, 'bool', 'Whether some item is true.'),
  choosing('all', boolKey, 'bool', 'Whether every item is true.'),
]
