import { compileProgram, createMemoryReader, hasErrors, typeText } from '../../compiler/index.ts'
import type { Type } from '../../compiler/index.ts'
import { isRecord } from '../values/record.ts'

/** A tool as a server lists it: foreign data. */
export interface OfferedTool {
  readonly name: string
  readonly description?: string | undefined
  readonly inputSchema: unknown
  readonly outputSchema?: unknown
}

const LONGEST_DOCUMENTATION = 300
const DEEPEST = 5

/**
 * How a script declares a tool of a server, `null` where the language has no types for it. Enums are declared as `string`, and
 * what need not be given is left out where it has no type here.
 */
export function declareTool(source: string, { name, description = '', inputSchema, outputSchema }: OfferedTool): string | null {
  const parameters = fieldsOf(inputSchema, 0)
  if (parameters === null) return null
  const documentation = description.replace(/[\s\p{Cc}]+/gu, ' ').trim().slice(0, LONGEST_DOCUMENTATION)
  const head = parameters.map((parameter) => `${parameter.name}: ${typeText(parameter.type)}`).join(', ')
  const above = documentation === '' ? '' : `/// ${documentation}\n`
  const tail = `(${head}) -> ${typeText(resultOf(outputSchema))} from ${JSON.stringify(source)}\n`
  const word = name.replace(/\W/g, '_')
  // The server chose the names, which may be words of the language: the compiler judges them.
  return [word, `${word}_tool`].map((local) => `${above}tool ${local}${tail}`).find(compiles) ?? null
}

const compiles = (text: string): boolean => !hasErrors(compileProgram('tool.mas', createMemoryReader(new Map([['tool.mas', text]]))))

/** The parameters or fields of an object's schema; `null` where one that is required has no type here. */
function fieldsOf(schema: unknown, depth: number): readonly { readonly name: string; readonly type: Type }[] | null {
  if (!isRecord(schema)) return null
  const properties = isRecord(schema.properties) ? Object.entries(schema.properties) : []
  const required = Array.isArray(schema.required) ? (schema.required as readonly unknown[]) : []
  const fields = properties.map(([name, property]) => {
    const type = typeOf(property, depth + 1)
    return { name, type: type === null || required.includes(name) || type.kind === 'optional' ? type : optional(type) }
  })
  const typed = fields.flatMap(({ name, type }) => (type === null ? [] : [{ name, type }]))
  return required.every((name) => typed.some((field) => field.name === name)) ? typed : null
}

function typeOf(schema: unknown, depth: number): Type | null {
  if (!isRecord(schema) || depth > DEEPEST) return null
  const alternatives = [schema.anyOf, schema.oneOf].find((list) => Array.isArray(list)) as readonly unknown[] | undefined
  if (alternatives !== undefined) return oneOrNone(alternatives.map((one) => (isNull(one) ? 'null' : typeOf(one, depth))))
  if (Array.isArray(schema.type)) {
    return oneOrNone((schema.type as readonly unknown[]).map((type) => (type === 'null' ? 'null' : typeOf({ ...schema, type }, depth))))
  }
  switch (schema.type) {
    case 'string':
      return { kind: 'string' }
    case 'integer':
      return { kind: 'int' }
    case 'number':
      return { kind: 'number' }
    case 'boolean':
      return { kind: 'bool' }
    case 'array': {
      const element = typeOf(schema.items, depth + 1)
      return element === null ? null : { kind: 'list', element, size: null }
    }
    case 'object': {
      const fields = fieldsOf(schema, depth)
      return fields === null || fields.length === 0 ? null : { kind: 'record', fields }
    }
    default:
      return null
  }
}

/** One type, perhaps beside `null`; what else may be one of several has no type here. */
function oneOrNone(alternatives: readonly (Type | 'null' | null)[]): Type | null {
  const [type = null, ...others] = alternatives.filter((one) => one !== 'null')
  if (type === null || others.length > 0) return null
  return alternatives.includes('null') ? optional(type) : type
}

const optional = (inner: Type): Type => (inner.kind === 'optional' ? inner : { kind: 'optional', inner })

const isNull = (schema: unknown): boolean => isRecord(schema) && schema.type === 'null'

/** The text of the answer, unless the server says what its structured content is. */
function resultOf(schema: unknown): Type {
  const fields = schema === undefined ? null : fieldsOf(schema, 0)
  const [only, ...others] = fields ?? []
  if (fields === null || only === undefined) return { kind: 'string' }
  return only.name === 'result' && others.length === 0 ? only.type : { kind: 'record', fields }
}
