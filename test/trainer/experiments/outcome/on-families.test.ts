import { expect, test } from 'vitest'
import { onFamilies } from '../../../../trainer/experiments/outcome/on-families.ts'

const of = (...estimates: readonly number[]) =>
  estimates.map((estimate, position) => ({ family: `f${position}`, difference: { estimate, lower: estimate - 0.1, upper: estimate + 0.1 } }))

test.each([
  [[0.3, 0.3, 0], true],
  [[0.3, NaN, 0.3], true],
  [[0.3, 0, NaN], null],
  [[0, 0, NaN], false],
  [[0.05, 0.3, 0], false],
])('of differences %j a claim on two of three is %s', (estimates, reached) => {
  expect(onFamilies('Above', 2, of(...estimates), ({ lower }) => lower > 0).reached).toBe(reached)
})

test('says what it found', () => {
  expect(onFamilies('Above', 1, of(0.3, -0.2), ({ lower }) => lower > 0)).toEqual({
    claim: 'Above, on at least 1 of 2',
    reached: true,
    found: 'on 1: f0 +30.0 points (+20.0 to +40.0); f1 −20.0 points (−30.0 to −10.0)',
  })
})
