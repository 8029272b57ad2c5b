import { listOf, optionalOf, unknownType, withoutNone } from './basic-types.ts'
import { isAssignable } from './is-assignable.ts'
import { joinSizes } from './size-fits.ts'
import type { RecordFieldType, RecordType, Type } from './type.ts'

/** The least type that both fit, or `null` where there is none. */
export function joinTypes(left: Type, right: Type): Type | null {
  if (left.kind === 'unknown' || right.kind === 'unknown') return unknownType
  if (left === right || left.kind === 'never') return right
  if (right.kind === 'never') return left
  if (isOptionalLike(left) || isOptionalLike(right)) {
    const inner = joinTypes(withoutNone(left), withoutNone(right))
    return inner === null ? null : optionalOf(inner)
  }
  if (left.kind === 'list' && right.kind === 'list') {
    const element = joinTypes(left.element, right.element)
    if (element === null) return null
    if (left.element.kind === 'never') return right
    return right.element.kind === 'never' ? left : listOf(element, joinSizes(left.size, right.size))
  }
  if (left.kind === 'record' && right.kind === 'record') return joinRecords(left, right)
  if (isAssignable(left, right)) return right
  return isAssignable(right, left) ? left : null
}

const isOptionalLike = (type: Type): boolean => type.kind === 'optional' || type.kind === 'none'

function joinRecords(left: RecordType, right: RecordType): Type | null {
  if (left.fields.length !== right.fields.length) return null
  const fields: RecordFieldType[] = []
  for (const field of left.fields) {
    const other = right.fields.find((candidate) => candidate.name === field.name)
    const type = other === undefined ? null : joinTypes(field.type, other.type)
    if (type === null) return null
    fields.push({ name: field.name, type })
  }
  return { kind: 'record', fields }
}

/** The join of all of them; `never` where there are none. */
export function joinAll(types: readonly Type[]): Type | null {
  return types.reduce<Type | null>((joined, type) => (joined === null ? null : joinTypes(joined, type)), { kind: 'never' })
}
