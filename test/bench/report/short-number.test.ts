import { expect, test } from 'vitest'
import { shortNumber } from './short-number.ts'

test.each([
  [0, '0'], [0.123456, '0.123'], [0.00001234, '0.0000123'], [1.5, '1.5'], [12.345, '12.3'], [99.99, '100'], [123.4, '123'],
  [1_297_497, '1,297,497'], [-0.5, '-0.5'], [Number.NaN, 'NaN'],
])('%d is %s', (value, text) => {
  expect(shortNumber(value)).toBe(text)
})
