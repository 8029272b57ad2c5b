import { describe, expect, test } from 'vitest'
import { isAssignable, joinTypes, typeText } from '../../../compiler/types/index.ts'
import { parseType } from './parse-type.ts'

const fits = (from: string, to: string): boolean => isAssignable(parseType(from), parseType(to))

describe('what fits', () => {
  test.each([
    ['int', 'number'],
    ['int', 'int?'],
    ['int', 'number?'],
    ['int?', 'number?'],
    ['string[2]', 'string[3]'],
    ['string[3]', 'string[3]'],
    ['string[3]', 'string[]'],
    ['int[3]', 'number?[]'],
    ['int[2][3]', 'int[5][]'],
    ['{ a: int, b: string }', '{ b: string, a: number }'],
    ['{ a: int[1] }', '{ a: int[]? }'],
    ['Verdict', 'Verdict?'],
    ['T', 'T?'],
    ['string[n]', 'string[n]'],
    ['string[n]', 'string[]'],
    ['string[1]', 'string[n]'],
    ['agent(string, int?) -> int', 'agent(string) -> number'],
    ['agent(string?) -> int', 'agent(string) -> int'],
    ['agent(number) -> string[2]', 'agent(int) -> string[]'],
    ['agent(int?, int?) -> int', 'agent() -> int'],
  ])('%s fits %s', (from, to) => {
    expect(fits(from, to)).toBe(true)
  })

  test.each([
    ['number', 'int'],
    ['int?', 'int'],
    ['string', 'int'],
    ['string[3]', 'string[2]'],
    ['string[]', 'string[2]'],
    ['string', 'string[]'],
    ['{ a: int }', '{ a: int, b: string? }'],
    ['{ a: int, b: int }', '{ a: int }'],
    ['{ a: int }', '{ b: int }'],
    ['Verdict', 'string'],
    ['string', 'Verdict'],
    ['T', 'U'],
    ['T', 'string'],
    ['string[n]', 'string[m]'],
    ['string[n]', 'string[9]'],
    ['string[2]', 'string[n]'],
    ['agent(string, int) -> int', 'agent(string) -> int'],
    ['agent(string) -> int', 'agent(string, int?) -> int'],
    ['agent(string) -> int', 'agent(string?) -> int'],
    ['agent(string) -> number', 'agent(string) -> int'],
  ])('%s does not fit %s', (from, to) => {
    expect(fits(from, to)).toBe(false)
  })
})

describe('joins', () => {
  test.each([
    ['int', 'number', 'number'],
    ['int', 'int?', 'int?'],
    ['int?', 'number', 'number?'],
    ['string[2]', 'string[5]', 'string[5]'],
    ['string[2]', 'string[]', 'string[]'],
    ['string[n]', 'string[m]', 'string[]'],
    ['string[n]', 'string[1]', 'string[n]'],
    ['int[2]', 'number?[1]', 'number?[2]'],
    ['{ a: int, b: int? }', '{ b: int, a: number }', '{ a: number, b: int? }'],
    ['Verdict', 'Verdict?', 'Verdict?'],
    ['string', 'int', null],
    ['string[]', 'int[]', null],
    ['string', 'string[]', null],
    ['{ a: int }', '{ a: int, b: int }', null],
    ['{ a: int }', '{ b: int }', null],
    ['T', 'U', null],
    ['Verdict', 'Other', null],
  ])('%s and %s', (left, right, expected) => {
    const joined = joinTypes(parseType(left), parseType(right))
    expect(joined === null ? null : typeText(joined)).toBe(expected)
  })

  test('none and the empty list', () => {
    const none = { kind: 'none' } as const
    const empty = { kind: 'list', element: { kind: 'never' }, size: null } as const
    expect(joinTypes(none, parseType('int'))).toEqual(parseType('int?'))
    expect(joinTypes(parseType('int?'), none)).toEqual(parseType('int?'))
    expect(joinTypes(none, none)).toEqual(none)
    expect(joinTypes(empty, parseType('int[3]'))).toEqual(parseType('int[3]'))
    expect(joinTypes(parseType('int[3]'), empty)).toEqual(parseType('int[3]'))
    expect(isAssignable(none, parseType('int'))).toBe(false)
    expect(isAssignable(empty, parseType('int[3]'))).toBe(true)
  })
})
