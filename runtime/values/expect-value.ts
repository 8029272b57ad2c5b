import type { Value } from '../../compiler/index.ts'
import { isRecord } from './record.ts'
import type { RecordValue } from './record.ts'

// The checker has made sure of these types: another one is a bug, and the only reason to throw.

export function expectList(value: Value | undefined): readonly Value[] {
  if (Array.isArray(value)) return value
  throw mismatch('a list', value)
}

export function expectNumber(value: Value | undefined): number {
  if (typeof value === 'number') return value
  throw mismatch('a number', value)
}

export function expectString(value: Value | undefined): string {
  if (typeof value === 'string') return value
  throw mismatch('a string', value)
}

export function expectBoolean(value: Value | undefined): boolean {
  if (typeof value === 'boolean') return value
  throw mismatch('a bool', value)
}

export function expectRecord(value: Value | undefined): RecordValue {
  if (value !== undefined && isRecord(value)) return value
  throw mismatch('a record', value)
}

const mismatch = (expected: string, value: Value | undefined): TypeError =>
  new TypeError(`the checker let a type pass: expected ${expected}, got ${value === undefined ? 'nothing' : typeof value}`)
