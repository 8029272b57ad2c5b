import type { RecordType, Type, Value } from '../../compiler/index.ts'
import { expectedText, foundText } from './expected-text.ts'
import { isRecord, setField } from './record.ts'

/** What is wrong with one part of a value; `path` such as `steps[2].title`, empty for the whole. */
export interface ValueProblem {
  readonly path: string
  readonly message: string
}

export type Validated =
  { readonly kind: 'ok'; readonly value: Value } | { readonly kind: 'invalid'; readonly problems: readonly ValueProblem[] }

/** More say nothing new, and a model has to read them. */
const maximumProblems = 5

/**
 * Reads foreign data as a value of the type: a copy with the fields in the type's order. It goes no deeper than the type
 * does, so that no data overflows the stack, and reaches nothing through a prototype. It accepts what the type's JSON
 * Schema accepts, and besides a missing optional field, which is `none`; but no whole number beyond 2^53, which would
 * have lost digits.
 */
export function validateValue(type: Type, data: unknown): Validated {
  const problems: ValueProblem[] = []
  const value = read(type, data, '', problems)
  return problems.length === 0 ? { kind: 'ok', value } : { kind: 'invalid', problems: problems.slice(0, maximumProblems) }
}

function read(type: Type, data: unknown, path: string, problems: ValueProblem[]): Value {
  if (problems.length >= maximumProblems) return null
  switch (type.kind) {
    case 'string':
      if (typeof data === 'string') return data
      break
    case 'int':
      if (Number.isSafeInteger(data)) return withoutNegativeZero(Number(data))
      break
    case 'number':
      if (Number.isFinite(data)) return withoutNegativeZero(Number(data))
      break
    case 'bool':
      if (typeof data === 'boolean') return data
      break
    case 'none':
      if (data === null) return null
      break
    case 'enum':
      if (typeof data === 'string' && type.members.includes(data)) return data
      break
    case 'optional':
      return data === null || data === undefined ? null : read(type.inner, data, path, problems)
    case 'list':
      if (Array.isArray(data)) return readList(type, data, path, problems)
      break
    case 'record':
      if (isRecord(data)) return readRecord(type, data, path, problems)
      break
    case 'never':
      break
    case 'agent':
    case 'parameter':
    case 'unknown':
      throw new Error(`a compiled graph holds no values of the type ${type.kind}`)
  }
  problems.push({ path, message: `expected ${expectedText(type)}, got ${foundText(data)}` })
  return null
}

function readList(
  type: Extract<Type, { kind: 'list' }>,
  data: readonly unknown[],
  path: string,
  problems: ValueProblem[],
): Value {
  const maximum = type.size?.kind === 'number' ? type.size.value : Number.POSITIVE_INFINITY
  if (data.length > maximum) {
    problems.push({ path, message: `expected ${expectedText(type)}, got ${data.length} elements` })
    return null
  }
  return Array.from(data, (item, position) => read(type.element, item, `${path}[${position}]`, problems))
}

function readRecord(
  type: RecordType,
  data: { readonly [field: string]: unknown },
  path: string,
  problems: ValueProblem[],
): Value {
  const record = {}
  for (const field of type.fields) {
    const inner = path === '' ? field.name : `${path}.${field.name}`
    const isThere = Object.hasOwn(data, field.name)
    if (!isThere && field.type.kind !== 'optional') problems.push({ path: inner, message: `missing; expected ${expectedText(field.type)}` })
    setField(record, field.name, isThere ? read(field.type, data[field.name], inner, problems) : null)
  }
  const unknown = Object.keys(data).filter((name) => !Object.hasOwn(record, name))
  if (unknown.length > 0) problems.push({ path, message: unknownFields(unknown, type.fields.map(({ name }) => name)) })
  return record
}

function unknownFields(unknown: readonly string[], known: readonly string[]): string {
  const shown = unknown
    .slice(0, 3)
    .map((name) => JSON.stringify(name.slice(0, 40)))
    .join(', ')
  const more = unknown.length > 3 ? ` and ${unknown.length - 3} more` : ''
  return `unknown field ${shown}${more}; ${known.length === 0 ? 'there are no fields' : `the fields are ${known.join(', ')}`}`
}

const withoutNegativeZero = (value: number): number => (value === 0 ? 0 : value)
