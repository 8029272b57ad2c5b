import type { Value } from '../../compiler/index.ts'
import { isRecord } from './record.ts'

/** The language's `==`: deep, by fields and elements, whatever order the fields stand in. */
export function equalValues(left: Value, right: Value): boolean {
  if (left === right) return true
  if (Array.isArray(left)) {
    return Array.isArray(right) && left.length === right.length && left.every((item, i) => equalItem(item, right[i]))
  }
  if (!isRecord(left) || !isRecord(right)) return false
  const names = Object.keys(left)
  return (
    names.length === Object.keys(right).length &&
    names.every((name) => Object.hasOwn(right, name) && equalItem(left[name], right[name]))
  )
}

const equalItem = (left: Value | undefined, right: Value | undefined): boolean =>
  left !== undefined && right !== undefined && equalValues(left, right)
