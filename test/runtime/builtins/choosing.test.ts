import { expect, test } from 'vitest'
import { callBuiltin } from '../../../runtime/builtins/call-builtin.ts'
import { testBuiltin, testFailure } from './expect-builtin.ts'

const a1 = { answer: 'a', score: 1 }
const b2 = { answer: 'b', score: 2 }
const a2 = { answer: 'a', score: 2 }

testBuiltin('vote', [
  [[['x', 'y', 'y']], null, 'y'],
  [[['x', 'y', 'y', 'x']], null, 'x'],
  [[['z', 'y', 'x']], null, 'z'],
  [[[1, '1', '1']], null, '1'],
  [[[null, null, 'x']], null, null],
  [[[[1], [2], [2]]], null, [2]],
  [
    [
      [
        { a: 1, b: 2 },
        { a: 2, b: 1 },
        { b: 1, a: 2 },
      ],
    ],
    null,
    { a: 2, b: 1 },
  ],
  [[[b2, a1, a2]], 'answer', a1],
  [[[a1, b2, a2]], 'score', b2],
])
testFailure('vote', 'empty_list', [[[]]])

testBuiltin('best', [
  [[[1, 3, 2]], null, 3],
  [[[-5, -7]], null, -5],
  [[[a1, b2, a2]], 'score', b2],
])
testFailure('best', 'empty_list', [[[]]])

testBuiltin('sort', [
  [[[]], null, []],
  [[[10, 9, 2, -1]], null, [-1, 2, 9, 10]],
  [[['b', 'B', 'a', 'ä']], null, ['B', 'a', 'b', 'ä']],
  [[[b2, a2, a1]], 'score', [a1, b2, a2]],
])

test('sort leaves its list as it is', () => {
  const list = [2, 1]
  callBuiltin('sort', [list], null)
  expect(list).toEqual([2, 1])
})

test('keys without an order are a bug', () => {
  expect(() => callBuiltin('sort', [[true, false]], null)).toThrow(TypeError)
})
