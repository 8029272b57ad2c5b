import { describe, expect, test } from 'vitest'
import { evaluate, intermediates, reduceOnce } from '../../../../trainer/tasks/index.ts'

const modulo = { modulo: 10 }
const range = { range: 99 }

describe('one operation', () => {
  test.each([
    ['(3+5)*2-7', '8*2-7'],
    ['8*2-7', '16-7'],
    ['16-7', '9'],
    ['1+2+3', '3+3'],
    ['1+2*3', '1+6'],
    ['1*2+3*4', '2+3*4'],
    ['9-2*3+4*5', '9-6+4*5'],
    ['9-6+4*5', '3+4*5'],
    ['(1+2)*(3+4)', '3*(3+4)'],
    ['9-(8-(7-6))', '9-(8-1)'],
    ['9-(8-1)', '9-7'],
    ['2*(1+3*2)', '2*(1+6)'],
    ['(1+2+3)*4', '(3+3)*4'],
    ['((3+4))*2', '7*2'],
    ['(3)+4', '7'],
    ['((5))', '5'],
    ['42', '42'],
  ])('%s becomes %s', (before, after) => {
    expect(reduceOnce(before, range)).toBe(after)
  })

  test.each([
    ['3-5', '8'],
    ['7*8', '6'],
    ['9+1', '0'],
    ['7*8-9', '6-9'],
  ])('modulo 10, %s becomes %s', (before, after) => {
    expect(reduceOnce(before, modulo)).toBe(after)
  })

  test('has no result out of the range', () => {
    expect(reduceOnce('3-5', range)).toBeNull()
    expect(reduceOnce('50*2', range)).toBeNull()
    expect(reduceOnce('99+0', range)).toBe('99')
  })

  test.each([
    '',
    '+',
    '3+',
    '+3',
    '-3',
    '3 + 4',
    '03+1',
    '(3+4',
    '3+4)',
    '()',
    '3++4',
    '3/4',
    'x',
    '3.5',
    `${'('.repeat(600)}1`,
    '12345678',
  ])('%j is no expression', (text) => {
    expect(reduceOnce(text, modulo)).toBeNull()
    expect(evaluate(text, modulo)).toBeNull()
  })
})

test('the steps on the way to the value', () => {
  expect(intermediates('(3+5)*2-7', range)).toEqual(['8*2-7', '16-7', '9'])
  expect(intermediates('(3+5)*2-7', modulo)).toEqual(['8*2-7', '6-7', '9'])
  expect(intermediates('7', range)).toEqual([])
  expect(intermediates('no', range)).toEqual([])
  expect(intermediates('2-1-5+9', range)).toEqual(['1-5+9'])
})

test('the value of an expression', () => {
  expect(evaluate('(3+5)*2-7', range)).toBe(9)
  expect(evaluate('2-9', modulo)).toBe(3)
  expect(evaluate('9-8-7', modulo)).toBe(4)
  expect(evaluate('2-5+9', range)).toBeNull()
})
