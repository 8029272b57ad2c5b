import type { JsonSchema } from './chat-request.ts'

const asSchema = (value: unknown): JsonSchema => (typeof value === 'object' && value !== null ? (value as JsonSchema) : {})
const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/**
 * A value that fits a JSON Schema, always the same: the first member of an enum, `true`, lists as long as allowed up to
 * two, and for a string its property's name.
 */
export function sampleOfSchema(schema: JsonSchema, name = 'text'): unknown {
  if ('const' in schema) return schema.const
  const [first] = asList(schema.enum)
  if (first !== undefined) return first
  const branches = [...asList(schema.anyOf), ...asList(schema.oneOf)].map(asSchema)
  const branch = branches.find((candidate) => candidate.type !== 'null') ?? branches[0]
  if (branch !== undefined) return sampleOfSchema(branch, name)
  const types = Array.isArray(schema.type) ? (schema.type as readonly unknown[]) : [schema.type]
  switch (types.find((type) => type !== 'null')) {
    case 'object':
      return Object.fromEntries(
        Object.entries(asSchema(schema.properties)).map(([field, inner]) => [field, sampleOfSchema(asSchema(inner), field)]),
      )
    case 'array': {
      const most = typeof schema.maxItems === 'number' ? schema.maxItems : 2
      return Array.from({ length: Math.min(2, most) }, (_, index) =>
        sampleOfSchema(asSchema(schema.items), `${name} ${index + 1}`),
      )
    }
    case 'integer':
    case 'number':
      return typeof schema.minimum === 'number' ? Math.max(1, schema.minimum) : 1
    case 'boolean':
      return true
    case undefined:
      return null
    default:
      return `a ${name}`
  }
}
