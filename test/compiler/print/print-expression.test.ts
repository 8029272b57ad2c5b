import { describe, expect, it } from 'vitest'
import { printExpression } from '../../../compiler/print/index.ts'
import { parse } from '../../../grammar/index.ts'
import type { Expression } from '../../../grammar/index.ts'

function expressionIn(source: string): Expression {
  const { file, problems } = parse(`workflow main() -> string {\n  return ${source}\n}`)
  expect(problems).toEqual([])
  const [workflow] = file.declarations
  const statement = workflow?.kind === 'workflow' ? workflow.body.statements[0] : undefined
  if (statement?.kind !== 'return') throw new Error('a workflow that returns')
  return statement.value
}

describe('printExpression', () => {
  it.each([
    'a otherwise b otherwise c',
    'a otherwise (b otherwise c)',
    'not (a and b) or not c',
    '(a or b) and c',
    '(a == b) == c',
    'a - (b - c) - d',
    '(a + b) * c / -d',
    '-(a + b) % 2',
    '(a ?? b).field[0](x, n: 3, .score)',
    'a ?? (b ?? c)',
    'sample 3 of (A(x) otherwise none)',
    'sample n of A(x).field',
    '(sample 3 of A(x))[0]',
    'each x, i in xs max 4 { yield x }',
    '[1, 2.0, 1e-7, true, none, "a"]',
    '{ ...base, a: [], match: { b: 1 } }',
    '"{{a}} and {{f({ x: 1 }, "y")}}"',
    '"{{ { a: 1 } }}"',
    String.raw`"tab \t, line \n, quote \", \\ slash, \{{ braces, \u{7} bell"`,
  ])('prints %s as it is', (source) => {
    expect(printExpression(expressionIn(source))).toBe(source)
  })

  it.each([
    ['((a))', 'a'],
    ['(a * b) + c', 'a * b + c'],
    ['"\\u{41}{{  a  }}"', '"A{{a}}"'],
    ['{a:1,}', '{ a: 1 }'],
  ])('prints %s as %s', (source, printed) => {
    expect(printExpression(expressionIn(source))).toBe(printed)
  })
})
