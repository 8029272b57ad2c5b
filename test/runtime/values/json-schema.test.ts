import { describe, expect, test } from 'vitest'
import type { Type } from '../../../compiler/index.ts'
import { jsonSchemaOf } from '../../../runtime/values/json-schema.ts'
import { bool, enumeration, int, list, number, optional, record, string } from '../graph-builder.ts'

describe('jsonSchemaOf', () => {
  test.each<[string, Type, unknown]>([
    ['string', string, { type: 'string' }],
    ['int', int, { type: 'integer' }],
    ['number', number, { type: 'number' }],
    ['bool', bool, { type: 'boolean' }],
    ['none', { kind: 'none' }, { type: 'null' }],
    ['never', { kind: 'never' }, { not: {} }],
    ['list', list(string), { type: 'array', items: { type: 'string' } }],
    ['bounded list', list(int, 6), { type: 'array', items: { type: 'integer' }, maxItems: 6 }],
    ['optional', optional(string), { anyOf: [{ type: 'string' }, { type: 'null' }] }],
    ['enum', enumeration('Verdict', 'correct', 'wrong'), { type: 'string', enum: ['correct', 'wrong'] }],
    [
      'record',
      record({ a: string, b: optional(int) }),
      {
        type: 'object',
        properties: { a: { type: 'string' }, b: { anyOf: [{ type: 'integer' }, { type: 'null' }] } },
        required: ['a', 'b'],
        additionalProperties: false,
      },
    ],
  ])('%s', (_, type, schema) => {
    expect(jsonSchemaOf(type)).toEqual(schema)
  })

  test('a field called __proto__ is a property like any other', () => {
    const schema = jsonSchemaOf({ kind: 'record', fields: [{ name: '__proto__', type: string }] })
    expect(JSON.stringify(schema)).toContain('"properties":{"__proto__":{"type":"string"}}')
  })

  test.each<Type>([{ kind: 'unknown' }, { kind: 'parameter', name: 'T' }, { kind: 'agent', parameters: [], result: string }])(
    'there are no values of the type $kind',
    (type) => {
      expect(() => jsonSchemaOf(type)).toThrow(type.kind)
    },
  )
})
