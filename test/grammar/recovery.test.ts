import { describe, expect, test } from 'vitest'
import { parse } from '../../grammar/index.ts'
import { expectProblems } from './expect-problems.ts'
import { sketchStatement } from './sketch.ts'

const names = (source: string): string[] => [...parse(source).skippedNames].sort()

function statements(source: string): string[] {
  const [workflow] = parse(`workflow main() -> string {\n${source}\n}`).file.declarations
  return workflow?.kind === 'workflow' ? workflow.body.statements.map(sketchStatement) : []
}

describe('independent mistakes are all reported', () => {
  test('in one workflow', () => {
    expectProblems(`workflow main() -> string {
  x = f(a«»
  y = «)»
  «let» z = 1
  if a «b» { x = 1 }
  w = "«\\q»"
  return x «y»
}
type T = { a: string «b»: int }
«agnet» A() -> string
agent B() -> string { «temprature» 1 }`, [1101, 1101, 1307, 1101, 1006, 1101, 1101, 1101, 1101].map((code) => `MAS${code}`))
  })

  test('at most 100 of them', () => {
    expect(parse('«\n'.repeat(300)).problems).toHaveLength(100)
    expect(parse(`workflow main() -> string {\n${'x = )\n'.repeat(300)}}`).problems).toHaveLength(100)
    expect(parse('agent A(x string) -> string\n'.repeat(300)).problems).toHaveLength(100)
  })
})

describe('what can be read is kept', () => {
  test.each([
    ['x = f(a\ny = 2', ['(x = (f a))', '(y = 2)']],
    ['x = a b c\ny = 2', ['(x = a)', '(y = 2)']],
    ['x = [1, 2\ny = 2', ['(x = [1 2])', '(y = 2)']],
    ['x =\ny = 2', ['(x = ?)', '(y = 2)']],
    ['x = { a: f(, b: 2 }\ny = 2', ['(y = 2)']],
    ['if a b { x = 1 }\ny = 2', ['(if a {(x = 1)})', '(y = 2)']],
    ['if (a { x = 1 }\ny = 2', ['(if a {(x = 1)})', '(y = 2)']],
    ['for (x in xs) { z = 1 }\ny = 2', ['(y = 2)']],
    ['for x in xs limit 3 { z = 1 }\ny = 2', ['(for x xs {(z = 1)})', '(y = 2)']],
    ['x = "a\ny = 2', ['(x = "a")', '(y = 2)']],
    ['x = f(g("a {{b\ny = 2', ['(x = (f (g "a ‹b›")))', '(y = 2)']],
    ['x = "a {{ b c }} d"\ny = 2', ['(x = "a ‹b› d")', '(y = 2)']],
    ['match a { b => { x = 1 } c { x = 2 } }\ny = 2', ['(match a b {(x = 1)} c {(x = 2)})', '(y = 2)']],
    ['match a {\n  b => { x = 1\n  c => { x = 2 }\n}\ny = 2', ['(match a b {(x = 1)} c {(x = 2)})', '(y = 2)']],
    ['match a {\n  b => x = 1 }\n  c => { x = 2 }\n}\ny = 2', ['(match a b {(x = 1)} c {(x = 2)})', '(y = 2)']],
    ['if a {\n  x = 1\n else { x = 2 }\ny = 2', ['(if a {(x = 1)} {(x = 2)})', '(y = 2)']],
    ['if a == { x = 1 }\ny = 2', ['(if (== a ?) {(x = 1)})', '(y = 2)']],
    ['x = each y in { yield 1 }\ny = 2', ['(x = (each y ? -> 1))', '(y = 2)']],
    ['x = each y in ys { yield 1\ny = 2', ['(x = (each y ys -> 1))', '(y = 2)']],
    ['x = f( (a, b)\ny = 2', ['(y = 2)']],
    ['whlie a { x = 1 }\ny: int = 2', ['(y: int = 2)']],
    ['x = f(\n  a: 1,\n  b 2,\n  c: 3\n)\ny = 2', ['(x = (f a:1 b 2 c:3))', '(y = 2)']],
  ])('%j', (source, expected) => {
    expect(statements(source).slice(-expected.length)).toEqual(expected)
  })
})

describe('skipped names', () => {
  test('are the words that recovery passed over', () => {
    expect(names('workflow main() -> string { x = a b "{{c}} d" return e }')).toEqual(['b', 'c'])
    expect(names('workflow main() -> string { return x }')).toEqual([])
  })

  test('are the words of lost declarations', () => {
    expect(names('agnet A(x: T) -> T { role "y {{x}}" }\nagent B() -> T')).toEqual(['A', 'T', 'agnet', 'role', 'x'])
    expect(names('agent A x\nagent B() -> string')).toEqual(['A', 'agent', 'x'])
  })

  test('are the words in what is too deep to be read', () => {
    expect(names(`agent A() -> string\nworkflow main() -> string { return ${'f('.repeat(100)}x${')'.repeat(100)} }`))
      .toEqual(['f', 'main', 'return', 'string', 'workflow', 'x'])
  })
})

describe('damage', () => {
  const damaged = (source: string): string[] =>
    parse(source).file.declarations.flatMap((declaration) => declaration.damaged ? [declaration.name.text] : [])

  test('is where something was lost', () => {
    expect(damaged('agent A() -> string { style 1 }\nagent B() -> string')).toEqual(['A'])
    expect(damaged('workflow a() -> string { return x y }\nworkflow b() -> string { return x }')).toEqual(['a'])
  })

  test('is of the declaration before what was skipped between two', () => {
    expect(damaged('agent A() -> string\n) x\nagent B() -> string')).toEqual(['A'])
    expect(damaged(') x\nagent B() -> string')).toEqual([])
  })

  test('is not where the tree says what was meant', () => {
    expect(damaged('workflow a() -> string { let x = b && c; f(x); return \'x\' }')).toEqual([])
  })
})
