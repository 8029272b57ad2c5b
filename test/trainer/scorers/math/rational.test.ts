import { expect, test } from 'vitest'
import { decimalOf, isSameRational, rationalOf } from '../../../../trainer/scorers/math/rational.ts'

test.each([
  [['Add', ['Rational', 1, 3], ['Rational', 1, 6]], 3n, 6n],
  [['Subtract', 1, ['Divide', 1, -4]], 5n, 4n],
  [['Power', ['Rational', -2, 3], -3], -27n, 8n],
  [{ num: '1e+20' }, 10n ** 20n, 1n],
] as const)('%j is a fraction', (tree, over, under) => {
  const found = rationalOf(tree)
  expect(found !== null && isSameRational(found, { over, under })).toBe(true)
})

test.each([[['Sqrt', 4]], ['x'], [['Divide', 1, 0]], [['Power', 0, 0]], [['Power', 2, ['Rational', 1, 2]]], [['Power', 10, 1_000_000]], [0.5]] as const)(
  '%j is none',
  (tree) => {
    expect(rationalOf(tree)).toBeNull()
  },
)

test('a fraction as a decimal', () => {
  expect(decimalOf({ over: -1n, under: 3n }, 5)).toBe('-0.33333')
  expect(decimalOf({ over: 25n, under: 2n }, 2)).toBe('12.50')
})

// The library's own arithmetic says that these differ by 2e-16.
test('fractions keep their digits', () => {
  const x = ['Rational', 8768, 1678] as const
  const [one, other] = [
    rationalOf(['Add', ['Negate', ['Power', x, 2]], ['Power', ['Add', x, ['Rational', 1, 100]], 2]]),
    rationalOf(['Add', ['Multiply', ['Rational', 1, 50], x], ['Rational', 1, 10_000]]),
  ]
  expect(one !== null && other !== null && isSameRational(one, other)).toBe(true)
})
