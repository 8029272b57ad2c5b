import { describe, expect, test } from 'vitest'
import { evaluateArithmetic } from '../../../runtime/tools/arithmetic.ts'
import { calculator } from '../../../runtime/tools/calculator.ts'

describe('evaluateArithmetic', () => {
  test.each<[string, number]>([
    ['1', 1],
    [' (3 + 5) * 2 - 7 ', 9],
    ['2+3*4', 14],
    ['2*3+4', 10],
    ['10-4-3', 3],
    ['100/10/5', 2],
    ['7 % 3', 1],
    ['-7 % 3', 2],
    ['-2*3', -6],
    ['2*-3', -6],
    ['2 - -3', 5],
    ['--2', 2],
    ['+2', 2],
    ['-(2+3)', -5],
    ['-2-3', -5],
    ['.5 + 1. + 1e2', 101.5],
    ['((((1))))', 1],
    ['(1+2)*(3+4)', 21],
    ['1\n+\t1', 2],
    [`${'('.repeat(4000)}1${')'.repeat(4000)}`, 1],
    [`${'-'.repeat(5000)}1`, 1],
  ])('%s', (expression, value) => {
    expect(evaluateArithmetic(expression)).toBe(value)
  })

  test.each<[string, RegExp]>([
    ['', /it is empty/],
    ['  ', /it is empty/],
    ['1 +', /ends where a number is due/],
    ['* 2', /no number before "\*"/],
    ['1 2', /no operator before 2/],
    ['1 (2)', /no operator before "\("/],
    ['()', /no number before "\)"/],
    ['(1', /"\(" is not closed/],
    ['1)', /"\)" without "\("/],
    ['2 ** 3', /no number before "\*"/],
    ['sqrt(4)', /cannot be read from "sqrt\(4\)" on/],
    ['1 + x', /cannot be read from "x" on/],
    ['process.exit()', /cannot be read/],
    ['1e999', /too large/],
    ['1'.repeat(10_001), /longer than 10000/],
  ])('%j is malformed', (expression, message) => {
    expect(evaluateArithmetic(expression)).toMatchObject({
      code: 'bad_argument',
      message: expect.stringMatching(message) as string,
    })
  })

  test.each([
    ['1/0', 'division_by_zero'],
    ['1 - 5 % (2 - 2)', 'division_by_zero'],
    ['1e308 * 10', 'not_finite'],
  ])('%s fails with %s', (expression, code) => {
    expect(evaluateArithmetic(expression)).toMatchObject({ code })
  })
})

test('the calculator is this as a tool', async () => {
  const context = { node: 'main', seed: 1, signal: new AbortController().signal }
  expect(await calculator.call({ expression: '6*7' }, context)).toEqual({ kind: 'ok', value: 42 })
  expect(await calculator.call({ expression: '6*' }, context)).toMatchObject({
    kind: 'failed',
    message: expect.stringContaining('number is due') as string,
  })
})
