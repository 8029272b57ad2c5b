import { expect, test } from 'vitest'
import type { Value } from '../../../compiler/index.ts'
import { equalValues } from '../../../runtime/values/equal-values.ts'

const odd = JSON.parse('{"__proto__": {"a": 1}}') as Value

test.each<[Value, Value, boolean]>([
  ['a', 'a', true],
  ['a', 'b', false],
  [0, -0, true],
  [1, '1', false],
  [null, null, true],
  [null, false, false],
  [[], [], true],
  [[1, 2], [1, 2], true],
  [[1, 2], [2, 1], false],
  [[1], [1, 2], false],
  [[], {}, false],
  [{}, [], false],
  [{}, null, false],
  [{ a: 1, b: [{ c: null }] }, { b: [{ c: null }], a: 1 }, true],
  [{ a: 1 }, { a: 2 }, false],
  [{ a: 1 }, { b: 1 }, false],
  [{ a: 1 }, { a: 1, b: 1 }, false],
  [{ a: null }, { b: null }, false],
  [odd, { b: { a: 1 } }, false],
  [odd, JSON.parse('{"__proto__": {"a": 1}}') as Value, true],
  [odd, JSON.parse('{"__proto__": {"a": 2}}') as Value, false],
])('%j and %j: %j', (left, right, equal) => {
  expect(equalValues(left, right)).toBe(equal)
  expect(equalValues(right, left)).toBe(equal)
})
