import { describe, expect, test } from 'vitest'
import { joinSizes, sizeFits, sizeKey, sizeMinimum, sizeNumber, sizeProduct } from '../../../compiler/types/index.ts'
import { sizeSum, sizeSymbol, substituteSize } from '../../../compiler/types/index.ts'

const n = sizeSymbol('n')
const m = sizeSymbol('m')
const two = sizeNumber(2)

describe('sizes', () => {
  test('are kept in normal form', () => {
    expect(sizeMinimum(two, sizeNumber(3), sizeNumber(9))).toEqual(two)
    expect(sizeSum(n, two, sizeNumber(3))).toEqual(sizeSum(sizeNumber(5), n))
    expect(sizeKey(sizeProduct(sizeSum(n, two), m))).toBe(sizeKey(sizeProduct(m, sizeSum(two, n))))
    expect(sizeMinimum(n, n)).toEqual(n)
  })

  test('numbers fit larger numbers', () => {
    expect(sizeFits(two, sizeNumber(3))).toBe(true)
    expect(sizeFits(sizeNumber(3), two)).toBe(false)
  })

  test('everything fits no bound, and no bound fits only itself', () => {
    expect(sizeFits(n, null)).toBe(true)
    expect(sizeFits(null, null)).toBe(true)
    expect(sizeFits(null, n)).toBe(false)
  })

  test('symbols fit themselves, sums and products with them, and what they are the minimum of', () => {
    expect(sizeFits(n, n)).toBe(true)
    expect(sizeFits(n, m)).toBe(false)
    expect(sizeFits(n, sizeSum(n, m))).toBe(true)
    expect(sizeFits(n, sizeProduct(n, two))).toBe(true)
    expect(sizeFits(sizeMinimum(n, m), n)).toBe(true)
    expect(sizeFits(sizeMinimum(n, two), two)).toBe(true)
    expect(sizeFits(n, sizeMinimum(n, m))).toBe(false)
    expect(sizeFits(sizeSum(n, m), n)).toBe(false)
  })

  test('numbers fit what is never smaller', () => {
    expect(sizeFits(two, sizeSum(n, m))).toBe(true)
    expect(sizeFits(two, n)).toBe(false)
    expect(sizeFits(two, sizeProduct(n, two))).toBe(true)
  })

  test('joins', () => {
    expect(joinSizes(two, sizeNumber(5))).toEqual(sizeNumber(5))
    expect(joinSizes(n, sizeSum(n, m))).toEqual(sizeSum(n, m))
    expect(joinSizes(n, m)).toBeNull()
    expect(joinSizes(n, null)).toBeNull()
  })

  test('symbols are replaced everywhere', () => {
    const size = sizeMinimum(sizeSum(n, sizeProduct(m, two)), sizeNumber(100))
    expect(substituteSize(size, new Map([['n', two], ['m', sizeNumber(7)]]))).toEqual(sizeNumber(16))
  })
})
