import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fits, join, joinEach, typeOfText, withPlainTexts } from '../../../../compiler/graph-reader/types/text-types.ts'
import {
  intType,
  listOf,
  neverType,
  noneType,
  optionalOf,
  sizeNumber,
  stringType,
  typeText,
} from '../../../../compiler/types/index.ts'
import type { Type } from '../../../../compiler/types/index.ts'

const [easy, hard, other] = ['easy', 'hard', 'other'].map(typeOfText) as [Type, Type, Type]
const kind: Type = { kind: 'enum', name: 'Kind', id: 'main#Kind', members: ['easy', 'hard'] }
const rank: Type = { kind: 'enum', name: 'Rank', id: 'main#Rank', members: ['easy', 'high'] }
/** Whoever writes an enum may give it any id. */
const posing: Type = { kind: 'enum', name: 'Posing', id: 'texts', members: ['high'] }
const lists = (element: Type): Type => listOf(element, sizeNumber(2))
const records = (type: Type): Type => ({ kind: 'record', fields: [{ name: 'a', type }] })

describe('a text that is written out', () => {
  test.each<[Type, Type, boolean]>([
    [easy, kind, true],
    [easy, rank, true],
    [hard, rank, false],
    [easy, posing, false],
    [easy, stringType, true],
    [stringType, kind, false],
    [kind, stringType, false],
    [kind, rank, false],
    [easy, intType, false],
    [kind, easy, false],
    [kind, joinEach([easy, hard]) ?? neverType, false],
    [posing, typeOfText('high'), false],
    [stringType, easy, false],
    [neverType, easy, true],
    [easy, optionalOf(kind), true],
    [optionalOf(easy), optionalOf(kind), true],
    [optionalOf(easy), kind, false],
    [noneType, optionalOf(kind), true],
    [lists(easy), lists(kind), true],
    [lists(other), lists(kind), false],
    [records(optionalOf(hard)), records(optionalOf(kind)), true],
    [records(easy), records(stringType), true],
    [typeOfText('two words'), kind, false],
    [typeOfText('two words'), stringType, true],
    [joinEach([easy, hard]) ?? neverType, kind, true],
    [joinEach([easy, other]) ?? neverType, kind, false],
    [joinEach([easy, hard]) ?? neverType, easy, false],
    [easy, joinEach([easy, hard]) ?? neverType, true],
  ])('%j in %j: %s', (from, to, expected) => {
    expect(fits(from, to)).toBe(expected)
  })

  test.each<[Type, Type, string | null]>([
    [easy, hard, '"easy" or "hard"'],
    [easy, easy, '"easy"'],
    [easy, kind, 'Kind'],
    [kind, easy, 'Kind'],
    [kind, other, null],
    [easy, stringType, 'string'],
    [stringType, easy, 'string'],
    [easy, neverType, '"easy"'],
    [noneType, easy, '"easy"?'],
    [lists(easy), lists(kind), 'Kind[2]'],
    [records(easy), records(hard), '{ a: "easy" or "hard" }'],
    [optionalOf(kind), easy, 'Kind?'],
    [easy, intType, null],
    [kind, rank, null],
  ])('%j joined with %j is %s', (left, right, expected) => {
    const joined = join(left, right)
    expect(joined === null ? null : typeText(joined)).toBe(expected)
  })

  test('is a plain text among too many', () => {
    const many = Array.from({ length: 1001 }, (_, position) => typeOfText(`t${position}`))
    expect(joinEach(many)).toEqual(stringType)
  })

  test('is a plain text where nothing asks for a member', () => {
    expect(withPlainTexts(records(optionalOf(lists(easy))))).toEqual(records(optionalOf(lists(stringType))))
    expect(withPlainTexts(kind)).toBe(kind)
  })
})

const { type: anyType } = fc.letrec<{ type: Type }>((tie) => ({
  type: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom<Type>(easy, hard, other, kind, rank, posing, stringType, intType, noneType, neverType),
    tie('type').map(lists),
    tie('type').map(optionalOf),
    tie('type').map(records),
  ),
}))

describe('types with such texts', () => {
  test('fit what they are joined to', () => {
    fc.assert(
      fc.property(anyType, anyType, (left, right) => {
        const joined = join(left, right)
        if (joined !== null) expect([fits(left, joined), fits(right, joined)]).toEqual([true, true])
        expect(join(right, left) === null).toBe(joined === null)
      }),
      { numRuns: 2000 },
    )
  })

  test('fit what fits', () => {
    fc.assert(
      fc.property(anyType, anyType, anyType, (first, second, third) => {
        expect(fits(first, first)).toBe(true)
        if (fits(first, second) && fits(second, third)) expect(fits(first, third)).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  test('are joined where one fits the other', () => {
    fc.assert(
      fc.property(anyType, anyType, (left, right) => {
        if (fits(left, right)) expect(fits(join(left, right) ?? stringType, right)).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })
})
