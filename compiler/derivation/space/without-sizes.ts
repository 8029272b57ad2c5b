import { typeText } from '../../types/index.ts'
import type { Type } from '../../types/index.ts'

/** The type with every list of any length. */
export function withoutSizes(type: Type): Type {
  switch (type.kind) {
    case 'list':
      return { kind: 'list', element: withoutSizes(type.element), size: null }
    case 'optional':
      return { kind: 'optional', inner: withoutSizes(type.inner) }
    case 'record':
      return { kind: 'record', fields: type.fields.map((field) => ({ name: field.name, type: withoutSizes(field.type) })) }
    default:
      return type
  }
}

/** Of types that differ only in the bounds of lists, the first. */
export const distinctShapes = (types: readonly Type[]): readonly Type[] => {
  const found = new Map<string, Type>()
  for (const type of types) {
    const key = typeText(withoutSizes(type))
    if (!found.has(key)) found.set(key, type)
  }
  return [...found.values()]
}
