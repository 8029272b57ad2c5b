import { expect, test } from 'vitest'
import { percent, percentOrNone, signed } from '../../../cli/report/figures.ts'

test.each([
  [0.25, '+0.25'],
  [-0.25, '−0.25'],
  [0, '0.00'],
  [0.004, '0.00'],
  [-0.004, '0.00'],
  [1e-17, '0.00'],
])('%d is %s', (value, text) => {
  expect(signed(value)).toBe(text)
})

test('shares are percentages, and a dash where there is none', () => {
  expect([percent(0.256), percentOrNone(1), percentOrNone(null)]).toEqual(['25.6 %', '100.0 %', '–'])
})
