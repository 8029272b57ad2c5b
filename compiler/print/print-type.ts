import type { Name, StaticInteger, TypeExpression } from '../../grammar/index.ts'
import { printNumber } from './print-number.ts'

export function printType(type: TypeExpression): string {
  switch (type.kind) {
    case 'named_type':
      return type.name
    case 'list_type':
      return `${printType(type.element)}[${type.size === null ? '' : printStaticInteger(type.size)}]`
    case 'optional_type':
      return `${printType(type.inner)}?`
    case 'record_type':
      return `{ ${type.fields.map((field) => `${field.name.text}: ${printType(field.type)}`).join(', ')} }`
    case 'agent_type':
      return `agent(${type.parameters.map(printType).join(', ')}) -> ${printType(type.result)}`
    case 'missing_type':
      return ''
  }
}

export const printStaticInteger = (integer: StaticInteger): string =>
  integer.kind === 'name' ? integer.text : printNumber(integer.value, integer.integer)

export const printNames = (names: readonly Name[]): string => names.map((name) => name.text).join(', ')
