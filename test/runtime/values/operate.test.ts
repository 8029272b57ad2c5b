import { expect, test } from 'vitest'
import type { PureOperator, Value } from '../../../compiler/index.ts'
import { operate } from '../../../runtime/values/operate.ts'

test.each<[Value, PureOperator, Value, Value]>([
  [1, '+', 2, 3],
  [1, '-', 2, -1],
  [3, '*', 2, 6],
  [0, '*', -1, 0],
  [1, '/', 4, 0.25],
  [7, '%', 3, 1],
  [-1, '%', 3, 2],
  [1, '%', -3, -2],
  [-3, '%', 3, 0],
  [-7, '%', -3, -1],
  [2 ** 53 - 1, '%', 10, 1],
  [1, '<', 2, true],
  [2, '<', 2, false],
  [2, '<=', 2, true],
  [2, '>', 2, false],
  [3, '>', 2, true],
  [2, '>=', 2, true],
  [1, '>=', 2, false],
  [{ a: [1, null] }, '==', { a: [1, null] }, true],
  [{ a: [1, null] }, '!=', { a: [1, null] }, false],
  [null, '==', 'x', false],
])('%j %s %j is %j', (left, operator, right, result) => {
  expect(operate(operator, left, right)).toStrictEqual(result)
})

test.each<[number, PureOperator, number, string]>([
  [1, '/', 0, 'division_by_zero'],
  [0, '/', 0, 'division_by_zero'],
  [5, '%', 0, 'division_by_zero'],
  [1e308, '*', 10, 'not_finite'],
  [1e308, '+', 1e308, 'not_finite'],
  [-1e308, '-', 1e308, 'not_finite'],
  [1e308, '/', 1e-10, 'not_finite'],
])('%d %s %d fails with %s', (left, operator, right, code) => {
  expect(operate(operator, left, right)).toMatchObject({ code })
})

test('a type that the checker rules out is a bug', () => {
  expect(() => operate('+', 'a', 1)).toThrow(TypeError)
})
