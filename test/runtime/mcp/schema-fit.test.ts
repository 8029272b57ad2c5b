import { expect, test } from 'vitest'
import type { Type } from '../../../compiler/index.ts'
import { recordMisfit, schemaMisfit } from '../../../runtime/mcp/schema-fit.ts'

const string: Type = { kind: 'string' }
const int: Type = { kind: 'int' }
const number: Type = { kind: 'number' }
const list = (element: Type): Type => ({ kind: 'list', element, size: null })
const optional = (inner: Type): Type => ({ kind: 'optional', inner })
const record = (fields: Readonly<Record<string, Type>>): Type => ({
  kind: 'record',
  fields: Object.entries(fields).map(([name, type]) => ({ name, type })),
})
const kind: Type = { kind: 'enum', name: 'Kind', members: ['easy', 'hard'] } as unknown as Type

test.each<readonly [Type, object, string | null]>([
  [string, { type: 'string' }, null],
  [string, {}, null],
  [string, { $ref: '#/$defs/x' }, null],
  [string, { type: 'number' }, 'x takes number, not string'],
  [string, { type: ['string', 'null'] }, null],
  [string, { anyOf: [{ type: 'number' }, { type: 'string' }] }, null],
  [string, { oneOf: [{ type: 'number' }, { type: 'boolean' }] }, 'x takes number, not string'],
  [int, { type: 'number' }, null],
  [int, { type: 'integer' }, null],
  [number, { type: 'integer' }, 'x takes integer, not number'],
  [{ kind: 'bool' }, { type: 'boolean' }, null],
  [list(int), { type: 'array', items: { type: 'string' } }, 'x[] takes string, not int'],
  [list(int), { type: 'array' }, null],
  [optional(int), { type: 'integer' }, null],
  [kind, { type: 'string', enum: ['easy', 'hard', 'other'] }, null],
  [kind, { enum: ['easy'] }, 'x does not take "hard"'],
  [record({ a: int }), { type: 'object', properties: { a: { type: 'string' } } }, 'x.a takes string, not int'],
])('%j against %j', (type, schema, misfit) => {
  expect(schemaMisfit(type, schema, 'x')).toBe(misfit)
})

test.each<readonly [Readonly<Record<string, Type>>, object, string | null]>([
  [{ a: int }, { properties: { a: {} }, required: ['a'] }, null],
  [{ a: int }, { properties: { a: {}, b: {} }, required: ['b'] }, 'b is required, and not declared'],
  [{ a: int }, { properties: {} }, 'a is not known'],
  [{ a: int }, { properties: {}, additionalProperties: true }, null],
  [{ a: optional(int) }, { properties: { a: { type: 'integer' } }, required: ['a'] }, 'a is required, and declared as int?'],
  [{ a: optional(int) }, { properties: { a: { type: ['integer', 'null'] } }, required: ['a'] }, null],
  [{ a: optional(int) }, { properties: { a: { anyOf: [{ type: 'integer' }, { type: 'null' }] } }, required: ['a'] }, null],
  [JSON.parse('{"__proto__":{"kind":"int"}}') as Readonly<Record<string, Type>>, { properties: {} }, '__proto__ is not known'],
])('parameters %j against %j', (fields, schema, misfit) => {
  const list = Object.entries(fields).map(([name, type]) => ({ name, type }))
  expect(recordMisfit(list, schema as { readonly [keyword: string]: unknown }, '')).toBe(misfit)
})
