import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { firstDifference } from '../../../trainer/run/first-difference.ts'

describe('the first difference', () => {
  test.each([
    [{ a: 1 }, { a: 2 }, 'a', '1', '2'],
    [{ a: { b: [1, 2] } }, { a: { b: [1, 3] } }, 'a.b[1]', '2', '3'],
    [{ a: [1] }, { a: [1, { b: 1 }] }, 'a[1]', 'nothing', '{"b":1}'],
    [{ a: [] }, { a: {} }, 'a', '[]', '{}'],
    [{ a: null }, { a: {} }, 'a', 'null', '{}'],
    [{ a: 'x' }, {}, 'a', '"x"', 'nothing'],
  ])('of %j and %j', (left, right, path, was, is) => {
    expect(firstDifference(left, right)).toEqual({ path, left: was, right: is })
  })
  test('is none exactly where both are equal', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (left, right) => {
        const [one, other] = [JSON.parse(JSON.stringify(left)) as unknown, JSON.parse(JSON.stringify(right)) as unknown]
        expect(firstDifference(one, structuredClone(one))).toBe(null)
        expect(firstDifference(one, other) === null).toBe(JSON.stringify(one) === JSON.stringify(other) || isEqual(one, other))
      }),
    )
  })
})

/** Equality apart from the order of names. */
function isEqual(left: unknown, right: unknown): boolean {
  try {
    expect(left).toStrictEqual(right)
    return true
  } catch {
    return false
  }
}
