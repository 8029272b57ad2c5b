import type { Type } from '../../compiler/index.ts'
import type { JsonSchema } from '../model/model-client.ts'

/**
 * The JSON Schema of a type's values. Every field of a record is required and no other allowed, an optional may be `null`:
 * the form that servers accept for strict structured output.
 */
export function jsonSchemaOf(type: Type): JsonSchema {
  switch (type.kind) {
    case 'string':
    case 'number':
      return { type: type.kind }
    case 'int':
      return { type: 'integer' }
    case 'bool':
      return { type: 'boolean' }
    case 'none':
      return { type: 'null' }
    case 'never':
      return { not: {} }
    case 'list': {
      const schema = { type: 'array', items: jsonSchemaOf(type.element) }
      return type.size?.kind === 'number' ? { ...schema, maxItems: type.size.value } : schema
    }
    case 'optional':
      return { anyOf: [jsonSchemaOf(type.inner), { type: 'null' }] }
    case 'record':
      return {
        type: 'object',
        properties: Object.fromEntries(type.fields.map((field) => [field.name, jsonSchemaOf(field.type)])),
        required: type.fields.map((field) => field.name),
        additionalProperties: false,
      }
    case 'enum':
      return { type: 'string', enum: type.members }
    case 'agent':
    case 'parameter':
    case 'unknown':
      throw new Error(`a compiled graph holds no values of the type ${type.kind}`)
  }
}
