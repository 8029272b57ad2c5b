import { expect, test } from 'vitest'
import { joinLoosely, literalType } from '../../../compiler/emit/join-loosely.ts'
import type { Type } from '../../../compiler/index.ts'
import { bool, enumeration, int, list, number, optional, record, string } from '../../runtime/graph-builder.ts'

const kind = enumeration('Kind', 'one', 'two')
const one = literalType('one')
const union: Type = { kind: 'enum', name: '', id: '', members: ['one', 'three'] }

test.each<[Type, Type, Type]>([
  [{ kind: 'never' }, int, int],
  [int, number, number],
  [{ kind: 'none' }, string, optional(string)],
  [optional(int), number, optional(number)],
  [list(string, 2), list(string, 3), list(string)],
  [list({ kind: 'never' }), list(bool), list(bool)],
  [record({ a: int, b: string }), record({ b: string, a: number }), record({ a: number, b: string })],
  [one, kind, kind],
  [one, string, string],
  [one, literalType('three'), union],
])('of %j and %j', (left, right, joined) => {
  expect(joinLoosely(left, right)).toEqual(joined)
})

test('the order matters only for the order of members', () => {
  expect(joinLoosely(kind, one)).toEqual(kind)
  expect(joinLoosely(string, one)).toEqual(string)
  expect(joinLoosely(number, int)).toEqual(number)
})
