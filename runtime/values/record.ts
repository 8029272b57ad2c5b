import type { Value } from '../../compiler/index.ts'

export type RecordValue = { readonly [field: string]: Value }

export const isRecord = (value: unknown): value is { readonly [field: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * A record of these fields; a later field of one name wins. `Object.fromEntries` defines own properties, so that a field
 * called `__proto__` is data like any other.
 */
export const recordOf = (entries: Iterable<readonly [string, Value]>): RecordValue => Object.fromEntries(entries)

/** Sets a field of a record that is being made, without a list of entries in between. */
export function setField(record: { [field: string]: Value }, name: string, value: Value): void {
  if (name === '__proto__') Object.defineProperty(record, name, { value, configurable: true, enumerable: true, writable: true })
  else record[name] = value
}

/** A record's own field; nothing is reached through a prototype. */
export function fieldOf(value: Value, name: string): Value {
  if (isRecord(value) && Object.hasOwn(value, name)) {
    const field = value[name]
    if (field !== undefined) return field
  }
  throw new TypeError(`the checker let a missing field pass: ${name}`)
}
