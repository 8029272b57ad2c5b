import { expect, test } from 'vitest'
import { callBuiltin } from '../../../runtime/builtins/call-builtin.ts'
import { maximumListLength } from '../../../runtime/values/size-limits.ts'
import { testBuiltin, testFailure } from './expect-builtin.ts'

testBuiltin('len', [
  [[[]], null, 0],
  [[['a', null]], null, 2],
  [[''], null, 0],
  [['añ😀'], null, 3],
])
testBuiltin('first', [
  [[['a', 'b', 'c'], 2], null, ['a', 'b']],
  [[['a'], 2], null, ['a']],
  [[['a'], 0], null, []],
  [[['a', 'b'], -1], null, []],
])
testBuiltin('last', [
  [[['a', 'b']], null, 'b'],
  [[['a', null]], null, null],
])
testFailure('last', 'empty_list', [[[]]])
testBuiltin('concat', [
  [[['a'], ['b', 'c']], null, ['a', 'b', 'c']],
  [[[], []], null, []],
])
testBuiltin('flatten', [
  [[[['a'], [], ['b', 'c']]], null, ['a', 'b', 'c']],
  [[[[['deep']]]], null, [['deep']]],
])
testBuiltin('chunk', [
  [[['a', 'b', 'c'], 2], null, [['a', 'b'], ['c']]],
  [[['a', 'b'], 2], null, [['a', 'b']]],
  [[[], 2], null, []],
])
testFailure('chunk', 'bad_argument', [
  [['a'], 0],
  [['a'], -1],
])
testBuiltin('range', [
  [[3], null, [0, 1, 2]],
  [[0], null, []],
])
testFailure('range', 'too_large', [[maximumListLength + 1]])

test('lists do not outgrow the limit', () => {
  const half = Array.from({ length: maximumListLength / 2 }, () => 0)
  expect(callBuiltin('concat', [half, half], null)).toHaveLength(maximumListLength)
  expect(callBuiltin('concat', [half, [...half, 1]], null)).toMatchObject({ code: 'too_large' })
  expect(callBuiltin('flatten', [[half, half, [1]]], null)).toMatchObject({ code: 'too_large' })
})
