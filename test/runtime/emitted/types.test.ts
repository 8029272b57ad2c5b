import { expect, test } from 'vitest'
import { types } from '../../../runtime/emitted/types.ts'

test.each([
  [types.list(types.int), { kind: 'list', element: { kind: 'int' }, size: null }],
  [types.list(types.int, 3), { kind: 'list', element: { kind: 'int' }, size: { kind: 'number', value: 3 } }],
  [types.optional(types.bool), { kind: 'optional', inner: { kind: 'bool' } }],
  [types.record({ a: types.number }), { kind: 'record', fields: [{ name: 'a', type: { kind: 'number' } }] }],
  [types.enum('Kind', ['x', 'y']), { kind: 'enum', name: 'Kind', id: 'Kind', members: ['x', 'y'] }],
])('a type is a value (%#)', (type, value) => {
  expect(type).toEqual(value)
})
