import { describe, expect, test } from 'vitest'
import { CarriedTypes } from '../../../../compiler/graph-reader/types/carried-types.ts'
import {
  intType,
  listOf,
  numberType,
  optionalOf,
  sizeNumber,
  stringType,
  typeText,
  unknownType,
} from '../../../../compiler/types/index.ts'
import type { Type } from '../../../../compiler/types/index.ts'

const list = (size: number): Type => listOf(stringType, sizeNumber(size))

describe('the type of a carried value', () => {
  test('makes room for every type that has something in common with the ones before', () => {
    const carried = new CarriedTypes({ changes: 9, sizes: [] })
    const texts = [intType, numberType, stringType, intType, optionalOf(intType)].map((type) => {
      carried.widen('x', type)
      return typeText(carried.of('x'))
    })
    expect(texts).toEqual(['int', 'number', 'number', 'number', 'number?'])
    expect([carried.takeChange(), carried.takeChange()]).toEqual([true, false])
  })

  test('jumps to the next size that is named, in the end to none', () => {
    const carried = new CarriedTypes({ changes: 2, sizes: [2, 5, 12] })
    const texts = [1, 2, 3, 4, 6, 13, 20].map((size) => {
      carried.widen('x', list(size))
      return typeText(carried.of('x'))
    })
    expect(texts).toEqual(['string[1]', 'string[2]', 'string[5]', 'string[5]', 'string[12]', 'string[]', 'string[]'])
    expect(carried.hasWidened).toBe(true)
  })

  test('may be narrowed to one that fits', () => {
    const carried = new CarriedTypes({ changes: 9, sizes: [] })
    carried.widen('x', list(9))
    for (const type of [list(7), list(8), stringType, unknownType]) carried.narrow('x', type)
    expect(typeText(carried.of('x'))).toBe('string[7]')
  })

  test('is not made unknown by what was reported', () => {
    const carried = new CarriedTypes({ changes: 9, sizes: [] })
    carried.widen('x', listOf(unknownType, null))
    expect(carried.takeChange()).toBe(false)
  })
})
