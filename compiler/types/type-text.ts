import { sizeKey } from './size.ts'
import type { Type } from './type.ts'

/** The type as the language writes it. Types that cannot be written show as `none`, `[]` and `…`. */
export function typeText(type: Type): string {
  switch (type.kind) {
    case 'string':
    case 'int':
    case 'number':
    case 'bool':
    case 'none':
      return type.kind
    case 'unknown':
      return '…'
    case 'never':
      return 'nothing'
    case 'list':
      if (type.element.kind === 'never') return '[]'
      return `${typeText(type.element)}[${type.size === null ? '' : sizeKey(type.size)}]`
    case 'optional':
      return `${typeText(type.inner)}?`
    case 'record':
      return `{ ${type.fields.map((field) => `${field.name}: ${typeText(field.type)}`).join(', ')} }`
    case 'enum':
    case 'parameter':
      return type.name
    case 'agent':
      return `agent(${type.parameters.map(typeText).join(', ')}) -> ${typeText(type.result)}`
  }
}
