import type { Size } from './size.ts'
import type { ListType, Type } from './type.ts'

export const stringType: Type = { kind: 'string' }
export const intType: Type = { kind: 'int' }
export const numberType: Type = { kind: 'number' }
export const boolType: Type = { kind: 'bool' }
export const noneType: Type = { kind: 'none' }
export const neverType: Type = { kind: 'never' }
export const unknownType: Type = { kind: 'unknown' }

/** The types that are written with a word of the language, by that word. */
export const basicTypes: ReadonlyMap<string, Type> = new Map<string, Type>([
  ['string', stringType],
  ['int', intType],
  ['number', numberType],
  ['bool', boolType],
])

export const listOf = (element: Type, size: Size | null): ListType => ({ kind: 'list', element, size })

/** `T?`, never nested: an optional of an optional is the optional itself. */
export function optionalOf(inner: Type): Type {
  switch (inner.kind) {
    case 'optional':
    case 'none':
    case 'unknown':
      return inner
    case 'never':
      return noneType
    default:
      return { kind: 'optional', inner }
  }
}

/** The type without its `?`. */
export function withoutNone(type: Type): Type {
  if (type.kind === 'optional') return type.inner
  return type.kind === 'none' ? neverType : type
}

/** Whether the value may be `none`. */
export const isOptional = (type: Type): boolean => type.kind === 'optional' || type.kind === 'none'

export const isNumeric = (type: Type): boolean =>
  type.kind === 'int' || type.kind === 'number' || type.kind === 'unknown' || type.kind === 'never'
