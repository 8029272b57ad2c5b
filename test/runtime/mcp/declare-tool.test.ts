import { describe, expect, test } from 'vitest'
import { declareTool } from '../../../runtime/mcp/declare-tool.ts'

const object = (properties: object, required: readonly string[] = Object.keys(properties)) => ({ type: 'object', properties, required })
const declared = (inputSchema: object, more: object = {}) => declareTool('mcp:s#t', { name: 't', inputSchema, ...more })

describe('a tool of a server is declared with the types of its schema', () => {
  test.each<readonly [object, string]>([
    [object({}), ''],
    [object({ a: { type: 'string' }, b: { type: 'integer' }, c: { type: 'number' }, d: { type: 'boolean' } }), 'a: string, b: int, c: number, d: bool'],
    [object({ a: { type: 'array', items: { type: 'string' } } }), 'a: string[]'],
    [object({ a: object({ x: { type: 'number' } }) }), 'a: { x: number }'],
    [object({ a: { type: 'string', enum: ['one', 'two'] } }), 'a: string'],
    [object({ a: { type: 'string' }, b: { type: 'string' } }, ['a']), 'a: string, b: string?'],
    [object({ a: { anyOf: [{ type: 'string' }, { type: 'null' }] } }), 'a: string?'],
    [object({ a: { type: ['null', 'integer'] } }), 'a: int?'],
    [object({ a: { type: 'string' }, b: { $ref: '#/b' } }, ['a']), 'a: string'],
  ])('%j', (schema, parameters) => {
    expect(declared(schema)).toBe(`tool t(${parameters}) -> string from "mcp:s#t"\n`)
  })

  test.each<readonly [object, string]>([
    [object({ result: { type: 'number' } }), 'number'],
    [object({ name: { type: 'string' }, born: { type: 'integer' } }), '{ name: string, born: int }'],
    [object({ a: { $ref: '#/b' } }), 'string'],
  ])('with the result %j', (outputSchema, result) => {
    expect(declared(object({}), { outputSchema })).toBe(`tool t() -> ${result} from "mcp:s#t"\n`)
  })
})

test('what the server says of it stands above, on one line', () => {
  expect(declared(object({}), { description: ' Looks\n\nup a \u001b[1mword. ' })).toBe('/// Looks up a [1mword.\ntool t() -> string from "mcp:s#t"\n')
})

test.each([
  ['read-file', 'read_file'],
  ['sample', 'sample_tool'],
])('its name is made one of the language: %s', (name, local) => {
  expect(declared(object({}), { name })).toBe(`tool ${local}() -> string from "mcp:s#t"\n`)
})

const deep = Array.from({ length: 9 }).reduce<object>((inner) => object({ a: inner }), { type: 'string' })

test.each<readonly [string, object]>([
  ['required, and has no type', object({ a: { $ref: '#/b' } })],
  ['one of two types', object({ a: { anyOf: [{ type: 'string' }, { type: 'number' }] } })],
  ['any object', object({ a: { type: 'object' } })],
  ['nested deeply', deep],
  ['no name of the language', object({ 'a b': { type: 'string' } })],
  ['a word of the language', object({ if: { type: 'string' } })],
])('it is not declared where a parameter is %s', (_, schema) => {
  expect(declared(schema)).toBeNull()
})
