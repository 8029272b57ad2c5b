import type { Value } from '../../graph/index.ts'
import { boolType, intType, listOf, noneType, numberType, sizeNumber } from '../../types/index.ts'
import type { Type } from '../../types/index.ts'
import { joinEach, typeOfText } from './text-types.ts'

/** No value that is written out nests deeper: so deep a script may nest. */
const deepest = 64

/** The type of a value that is written out, or why it has none. */
export function constantType(value: Value, depth = 0): Type | string {
  if (depth > deepest) return `This value nests more than ${deepest} levels deep.`
  if (value === null) return noneType
  switch (typeof value) {
    case 'boolean':
      return boolType
    case 'number':
      if (!Number.isFinite(value)) return 'This number is too large.'
      return Number.isSafeInteger(value) ? intType : numberType
    case 'string':
      return typeOfText(value)
    default:
      return isList(value) ? listType(value, depth) : recordType(value, depth)
  }
}

const isList = (value: Value): value is readonly Value[] => Array.isArray(value)

function listType(items: readonly Value[], depth: number): Type | string {
  const types: Type[] = []
  for (const item of items) {
    const type = constantType(item, depth + 1)
    if (typeof type === 'string') return type
    types.push(type)
  }
  const element = joinEach(types)
  return element === null ? 'The items of this list have no common type.' : listOf(element, sizeNumber(items.length))
}

function recordType(record: { readonly [field: string]: Value }, depth: number): Type | string {
  const fields: { name: string; type: Type }[] = []
  for (const [name, value] of Object.entries(record)) {
    const type = constantType(value, depth + 1)
    if (typeof type === 'string') return type
    fields.push({ name, type })
  }
  return { kind: 'record', fields }
}
