import { typeText } from '../../compiler/index.ts'
import type { Type } from '../../compiler/index.ts'

type Schema = { readonly [keyword: string]: unknown }

/**
 * Why the values of a type do not fit a JSON Schema, as far as its keywords tell; `null` where they may. References and
 * keywords that narrow values (patterns, ranges) are not followed: the server judges those when it is called.
 */
export function schemaMisfit(type: Type, schema: unknown, path: string): string | null {
  if (!isSchema(schema) || '$ref' in schema) return null
  const alternatives = [schema.anyOf, schema.oneOf].find(Array.isArray)
  if (alternatives !== undefined) {
    const misfits = alternatives.map((one: unknown) => schemaMisfit(type, one, path))
    return misfits.includes(null) ? null : (misfits[0] ?? null)
  }
  if (type.kind === 'optional') {
    const inner = type.inner
    return schemaMisfit(inner, schema, path)
  }
  const wanted = jsonTypes(type)
  const taken = typesOf(schema)
  if (taken !== null && wanted !== null && !wanted.some((name) => taken.includes(name))) {
    return `${path} takes ${taken.join(' or ')}, not ${typeText(type)}`
  }
  switch (type.kind) {
    case 'list':
      return schemaMisfit(type.element, schema.items, `${path}[]`)
    case 'record':
      return recordMisfit(type.fields, schema, path)
    case 'enum': {
      const members = Array.isArray(schema.enum) ? (schema.enum as readonly unknown[]) : null
      const missing = members === null ? undefined : type.members.find((member) => !members.includes(member))
      return missing === undefined ? null : `${path} does not take ${JSON.stringify(missing)}`
    }
    default:
      return null
  }
}

/** Why named values do not fit an object's schema. */
export function recordMisfit(fields: readonly { readonly name: string; readonly type: Type }[], schema: Schema, path: string): string | null {
  const properties = isSchema(schema.properties) ? schema.properties : {}
  const required = Array.isArray(schema.required) ? (schema.required as readonly unknown[]) : []
  const within = (name: string): string => (path === '' ? name : `${path}.${name}`)
  const missing = required.find((name) => !fields.some((field) => field.name === name))
  if (typeof missing === 'string') return `${within(missing)} is required, and not declared`
  for (const { name, type } of fields) {
    if (!Object.hasOwn(properties, name)) {
      if (schema.additionalProperties === false || schema.additionalProperties === undefined) return `${within(name)} is not known`
      continue
    }
    const misfit = schemaMisfit(type, properties[name], within(name))
    if (misfit !== null) return misfit
    if (type.kind === 'optional' && required.includes(name) && !takesNull(properties[name])) {
      return `${within(name)} is required, and declared as ${typeText(type)}`
    }
  }
  return null
}

function takesNull(schema: unknown): boolean {
  if (!isSchema(schema)) return false
  const alternatives = [schema.anyOf, schema.oneOf].find(Array.isArray) as readonly unknown[] | undefined
  return alternatives?.some(takesNull) ?? typesOf(schema)?.includes('null') ?? false
}

/** The names of JSON types that a schema takes; `null` where it does not say. */
function typesOf(schema: Schema): readonly string[] | null {
  if (typeof schema.type === 'string') return [schema.type]
  return Array.isArray(schema.type) ? schema.type.filter((name) => typeof name === 'string') : null
}

function jsonTypes(type: Type): readonly string[] | null {
  switch (type.kind) {
    case 'string':
    case 'enum':
      return ['string']
    case 'int':
      return ['integer', 'number']
    case 'number':
      return ['number']
    case 'bool':
      return ['boolean']
    case 'list':
      return ['array']
    case 'record':
      return ['object']
    case 'none':
      return ['null']
    case 'optional':
    case 'never':
    case 'agent':
    case 'parameter':
    case 'unknown':
      return null
  }
}

const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null && !Array.isArray(value)
