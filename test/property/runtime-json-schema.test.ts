import { Ajv } from 'ajv'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Type } from '../../compiler/index.ts'
import { jsonSchemaOf } from '../../runtime/values/json-schema.ts'
import { validateValue } from '../../runtime/values/validate-value.ts'
import { propertyRuns } from './property-runs.ts'

const fieldNames = ['a', 'b', 'constructor', 'toString']

const types: fc.Arbitrary<Type> = fc.letrec<{ type: Type }>((tie) => ({
  type: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.constantFrom<Type>({ kind: 'string' }, { kind: 'int' }, { kind: 'number' }, { kind: 'bool' }, { kind: 'none' }),
    fc
      .uniqueArray(fc.constantFrom('x', 'y', 'z'), { minLength: 1 })
      .map((members): Type => ({ kind: 'enum', name: 'E', id: 'E', members })),
    fc.tuple(tie('type'), fc.option(fc.nat(3))).map(([element, size]): Type => ({
      kind: 'list',
      element,
      size: size === null ? null : { kind: 'number', value: size },
    })),
    tie('type').map((inner): Type => (inner.kind === 'optional' ? inner : { kind: 'optional', inner })),
    fc
      .uniqueArray(fc.tuple(fc.constantFrom(...fieldNames), tie('type')), { selector: ([name]) => name })
      .map((fields): Type => ({ kind: 'record', fields: fields.map(([name, type]) => ({ name, type })) })),
  ),
})).type

/** Data that often fits the type, and often nearly. */
function dataNear(type: Type): fc.Arbitrary<unknown> {
  const fitting = (): fc.Arbitrary<unknown> => {
    switch (type.kind) {
      case 'string':
        return fc.string({ maxLength: 3 })
      case 'int':
        return fc.integer()
      case 'number':
        return fc.double({ noNaN: true, noDefaultInfinity: true })
      case 'bool':
        return fc.boolean()
      case 'enum':
        return fc.constantFrom(...type.members)
      case 'list':
        return fc.array(dataNear(type.element), { maxLength: 4 })
      case 'optional':
        return fc.option(dataNear(type.inner))
      case 'record':
        return fc.record(Object.fromEntries(type.fields.map((field) => [field.name, dataNear(field.type)])))
      default:
        return fc.constant(null)
    }
  }
  const other = fc.constantFrom<unknown>(null, 'x', 1.5, true, [], {}, { a: 1 }, [null], { constructor: 'x' })
  return fc.oneof({ weight: 19, arbitrary: fitting() }, { weight: 1, arbitrary: other })
}

test('a value is accepted where the JSON Schema of its type accepts it, and what is accepted is a value', () => {
  const ajv = new Ajv({ strict: false, ownProperties: true })
  const seen = { accepted: 0, rejected: 0 }
  fc.assert(
    fc.property(
      types.chain((type) => fc.tuple(fc.constant(type), dataNear(type))),
      ([type, data]) => {
        const accepts = ajv.compile(jsonSchemaOf(type))
        const validated = validateValue(type, data)
        expect(validated.kind === 'ok').toBe(accepts(data))
        seen[validated.kind === 'ok' ? 'accepted' : 'rejected'] += 1
        if (validated.kind !== 'ok') return
        expect(accepts(validated.value)).toBe(true)
        expect(validateValue(type, validated.value)).toEqual(validated)
        expect(JSON.parse(JSON.stringify(validated.value))).toEqual(validated.value)
      },
    ),
    { numRuns: propertyRuns(300) },
  )
  expect(Math.min(seen.accepted, seen.rejected)).toBeGreaterThan(10)
})
