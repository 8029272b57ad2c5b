import { expect, test } from 'vitest'
import { magnitudeOf } from '../../../../trainer/scorers/math/magnitude.ts'

test.each([
  [0, -Infinity],
  [7, 0],
  [123, 2],
  [0.05, -2],
  [{ num: '1e-435' }, -435],
  [{ num: '12.5e+10' }, 11],
  [{ num: '-0.000' }, -Infinity],
  [['Rational', 1, 1000], -3],
  [['Complex', 0, 50], 1],
  ['Pi', null],
  ['NaN', null],
  [{ num: 'Infinity' }, null],
  [['Sqrt', 2], null],
] as const)('of %j it is %d', (value, magnitude) => {
  expect(magnitudeOf(value)).toBe(magnitude)
})
