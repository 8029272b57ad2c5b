import type { Type, Value } from '../../compiler/index.ts'

/** Some value of a type; `draw(n)` gives a whole number from 0 to below n. */
export function valueOfType(type: Type, draw: (below: number) => number): Value {
  switch (type.kind) {
    case 'string':
      return ['', 'a', 'b', '3', 'a, b', 'one\ntwo'][draw(6)] ?? ''
    case 'int':
      return draw(5) - 1
    case 'number':
      return draw(9) / 2 - 1
    case 'bool':
      return draw(2) === 0
    case 'optional':
      return draw(3) === 0 ? null : valueOfType(type.inner, draw)
    case 'list': {
      const longest = type.size?.kind === 'number' ? Math.min(4, type.size.value) : 4
      return Array.from({ length: draw(longest + 1) }, () => valueOfType(type.element, draw))
    }
    case 'record':
      return Object.fromEntries(type.fields.map((field) => [field.name, valueOfType(field.type, draw)]))
    case 'enum':
      return type.members[draw(type.members.length)] ?? null
    default:
      return null
  }
}
