import { describe, expect, test } from 'vitest'
import * as mas from '../../../runtime/emitted/values.ts'
import { EvaluationFailed } from '../../../runtime/emitted/halt.ts'

describe('text', () => {
  test('inserts strings as they are, nothing for null, everything else as compact JSON', () => {
    expect(mas.text`a ${'"b"'} c${null} ${[1, true]} ${{ x: 'y' }}`).toBe('a "b" c [1,true] {"x":"y"}')
  })

  test('of each element, one after another', () => {
    expect(mas.textOfEach([1, 2], (item) => mas.text`<${item}>`)).toBe('<1><2>')
  })

  test('fails where it gets too long', () => {
    const long = 'x'.repeat(1_000_000)
    expect(() => mas.textOfEach(Array.from({ length: 64 }), () => long)).toThrow(EvaluationFailed)
    expect(() => mas.text`${Array.from({ length: 64 }, () => long)}`).toThrow(EvaluationFailed)
  })
})

test.each([
  [mas.add(1, 2), 3],
  [mas.subtract(1, 2), -1],
  [mas.multiply(3, 2), 6],
  [mas.divide(3, 2), 1.5],
  [mas.remainder(7, 4), 3],
  [mas.negate(0), 0],
  [mas.equal({ a: [1], b: null }, { b: null, a: [1] }), true],
  [mas.equal([1], [2]), false],
  [mas.element(['a', 'b'], 1), 'b'],
  [mas.there('x'), 'x'],
  [mas.vote(['a', 'b', 'b']), 'b'],
  [mas.best([{ points: 1 }, { points: 2 }], 'points'), { points: 2 }],
  [mas.sort([3, 1, 2]), [1, 2, 3]],
  [mas.where([{ sure: true }, { sure: false }], 'sure'), [{ sure: true }]],
  [mas.count([true, false]), 1],
  [mas.any([false]), false],
  [mas.all([true]), true],
  [mas.present([1, null]), [1]],
  [mas.len('ab'), 2],
  [mas.first([1, 2], 1), [1]],
  [mas.last([1, 2]), 2],
  [mas.concat([1], ['a']), [1, 'a']],
  [mas.flatten([[1], [2]]), [1, 2]],
  [mas.chunk([1, 2, 3], 2), [[1, 2], [3]]],
  [mas.range(2), [0, 1]],
  [mas.sum([1, 2]), 3],
  [mas.mean([1, 2]), 1.5],
  [mas.min([2, 1]), 1],
  [mas.max(1, 2), 2],
  [mas.round(1.5), 2],
  [mas.abs(-1), 1],
  [mas.parseNumber('1.5'), 1.5],
  [mas.parseInt('x'), null],
  [mas.toText([1]), '[1]'],
  [mas.json('a'), '"a"'],
  [mas.lines('a\nb'), ['a', 'b']],
  [mas.split('a,b', ','), ['a', 'b']],
  [mas.chunks('abc', 2), ['ab', 'c']],
  [mas.join(['a', 1], '-'), 'a-1'],
  [mas.trim(' a '), 'a'],
  [mas.lower('A'), 'a'],
  [mas.replace('aba', 'a', 'c'), 'cbc'],
  [mas.contains('abc', 'b'), true],
])('values come out as in the language (%#)', (value, expected) => {
  expect(value).toEqual(expected)
})

test('one zero', () => {
  expect(Object.is(mas.negate(0), 0)).toBe(true)
})

test.each([
  ['division_by_zero', () => mas.divide(1, 0)],
  ['index_out_of_range', () => mas.element([1], 1)],
  ['empty_list', () => mas.vote([])],
])('what comes to nothing fails: %s', (code, compute) => {
  expect(compute).toThrow(expect.objectContaining({ failure: expect.objectContaining({ code }) as unknown }))
})

test.each([() => mas.there(null), () => mas.never()])('what the checker excludes is a bug (%#)', (compute) => {
  expect(compute).toThrow(TypeError)
})
