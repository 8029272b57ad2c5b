import type { Type } from './type.ts'

/** Whether the type or any type inside it passes the test. */
export function someType(type: Type, test: (type: Type) => boolean): boolean {
  if (test(type)) return true
  switch (type.kind) {
    case 'list':
      return someType(type.element, test)
    case 'optional':
      return someType(type.inner, test)
    case 'record':
      return type.fields.some((field) => someType(field.type, test))
    case 'agent':
      return type.parameters.some((parameter) => someType(parameter, test)) || someType(type.result, test)
    default:
      return false
  }
}
