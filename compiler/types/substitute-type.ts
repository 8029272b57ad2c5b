import { listOf, optionalOf } from './basic-types.ts'
import { substituteSize } from './size.ts'
import type { Size } from './size.ts'
import type { Type } from './type.ts'

/** Replaces type parameters by types and symbolic sizes by sizes; what the maps lack stays. */
export function substituteType(type: Type, types: ReadonlyMap<string, Type>, sizes: ReadonlyMap<string, Size>): Type {
  const inside = (inner: Type): Type => substituteType(inner, types, sizes)
  switch (type.kind) {
    case 'parameter':
      return types.get(type.name) ?? type
    case 'list':
      return listOf(inside(type.element), type.size === null ? null : substituteSize(type.size, sizes))
    case 'optional':
      return optionalOf(inside(type.inner))
    case 'record':
      return { kind: 'record', fields: type.fields.map((field) => ({ name: field.name, type: inside(field.type) })) }
    case 'agent':
      return { kind: 'agent', parameters: type.parameters.map(inside), result: inside(type.result) }
    default:
      return type
  }
}
