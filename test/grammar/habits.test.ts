import { describe, expect, test } from 'vitest'
import { parse } from '../../grammar/index.ts'
import { expectStatementProblems } from './expect-problems.ts'
import { statementsOf } from './parse-parts.ts'
import { sketchStatement } from './sketch.ts'

describe('habits that are read as what they stand for', () => {
  test.each([
    ['x = a «&&» b «||» «!»c', ['MAS1301', 'MAS1301', 'MAS1301'], 'x = a and b or not c'],
    ['x = a «===» b', ['MAS1301'], 'x = a == b'],
    ['x = a «!==» b', ['MAS1301'], 'x = a != b'],
    ['x «:=» 1', ['MAS1301'], 'x = 1'],
    ['x «+=» y * 2', ['MAS1302'], 'x = x + y * 2'],
    ['x «%=» 2', ['MAS1302'], 'x = x % 2'],
    ['x = f(«\'a "b"\'», «\'\'»)', ['MAS1303', 'MAS1303'], 'x = f("a \\"b\\"", "")'],
    ['x = «f»"a {{b}}"', ['MAS1304'], 'x = "a {{b}}"'],
    ['x = «rb»"""a"""', ['MAS1304'], 'x = """a"""'],
    ['x = «f»\'a\'', ['MAS1304'], 'x = "a"'],
    ['«#» why\nx = 1 «#» how', ['MAS1305', 'MAS1305'], 'x = 1'],
    ['x = «1_000»', ['MAS1306'], 'x = 1000'],
    ['«let» x = 1\n«const» y: int = 2; «var» z = 3', ['MAS1307', 'MAS1307', 'MAS1307'], 'x = 1 y: int = 2 z = 3'],
    ['«let» x «+=» 1', ['MAS1307', 'MAS1302'], 'x = x + 1'],
    ['x = «await» f(a, «await» g(b))', ['MAS1308', 'MAS1308'], 'x = f(a, g(b))'],
    ['x = «new» F(a)', ['MAS1308'], 'x = F(a)'],
    ['if a { } «elif» b { } «elsif» c { } else { }', ['MAS1310', 'MAS1310'], 'if a { } else if b { } else if c { } else { }'],
    ['repeat max 2 { stop «if» a }', ['MAS1311'], 'repeat max 2 { stop when a }'],
    ['x = f(a «=» 1, b: 2, c«=»3)', ['MAS1314', 'MAS1314'], 'x = f(a: 1, b: 2, c: 3)'],
    ['x = { a «=» 1, b«=»2 }', ['MAS1315', 'MAS1315'], 'x = { a: 1, b: 2 }'],
    ['x = { «a», b: 1, «c» }', ['MAS1324', 'MAS1324'], 'x = { a: a, b: 1, c: c }'],
    ['match k { «Kind.a» => { } «Kind.of» => { } «_» => { } }', ['MAS1317', 'MAS1317', 'MAS1318'], null],
    ['match k { a => «f»(x)«,» b => «return» y }', ['MAS1319', 'MAS1320', 'MAS1319'], null],
    ['match k { a => { }«,» b => { }, }', ['MAS1320'], 'match k { a => { } b => { } }'],
    ['x = { «"a"»: 1, «"b"»: { «"c"»: 2 } }', ['MAS1321', 'MAS1321', 'MAS1321'], 'x = { a: 1, b: { c: 2 } }'],
    ['if a «=» b { }', ['MAS1323'], 'if a == b { }'],
    ['repeat max 2 { stop when a «=» 1 }', ['MAS1323'], 'repeat max 2 { stop when a == 1 }'],
    ['x = a < b «<» c «==» d', ['MAS1105', 'MAS1105'], 'x = a < b and b < c and c == d'],
    ['x = { a: 1, «...»y }', ['MAS1104'], 'x = { ...y, a: 1 }'],
    ['«f(x)»\n«a.b(x)»', ['MAS1204', 'MAS1204'], null],
    ['«sample 3 of f(x)»', ['MAS1205'], '_ = sample 3 of f(x)'],
    ['«a == 1»', ['MAS1205'], '_ = a == 1'],
  ])('%s', (statements, codes, meant) => {
    const { file } = expectStatementProblems(statements, codes)
    const [workflow] = file.declarations
    expect(workflow?.damaged).toBe(false)
    if (meant === null || workflow?.kind !== 'workflow') return
    expect(workflow.body.statements.map(sketchStatement)).toEqual(statementsOf(meant).map(sketchStatement))
  })

  test('a call with no name stays a call', () => {
    const { file } = parse('workflow main() -> string { f(x).g(y) }')
    const [workflow] = file.declarations
    expect(workflow?.kind === 'workflow' && workflow.body.statements.map(sketchStatement)).toEqual(['(bare ((. (f x) g) y))'])
  })
})

describe('habits that have no counterpart', () => {
  test.each([
    ['«while» x < 3 {\n  x = f(x)\n}', 'MAS1309'],
    ['«while» (a) { }', 'MAS1309'],
    ['x = a «?» b : c', 'MAS1312'],
    ['x = f(a «?» "b" : "c", d)', 'MAS1312'],
    ['x = a «if» b else c', 'MAS1312'],
    ['x = «if» a { b } else if c { d } else { e }\ny = 1', 'MAS1312'],
    ['x = «match» a { b => { c } }\ny = 1', 'MAS1312'],
    ['«a.b» = 1', 'MAS1316'],
    ['«a[0]» = 1', 'MAS1316'],
    ['x = «{}»', 'MAS1102'],
    ['x = { «"a b"»: 1 }', 'MAS1321'],
    ['«type» = f(x)\ny = g(type, "{{type}}")', 'MAS1108'],
    ['x = each «in» in xs { yield 1 }', 'MAS1108'],
  ])('%s', (statements, code) => {
    const { file } = expectStatementProblems(statements, [code])
    expect(file.declarations[0]?.damaged).toBe(true)
  })
})

describe('words of other languages are names where names can stand', () => {
  test.each([
    'let = 1 x = let y = const', 'const: int = 2 var = const', 'x = await y = 1', 'await = f(async) new = await',
    'while = 1 x = while', 'x = f(let, await, elif: _)', 'x = { let: 1, while: 2, f: 3 }.while', 'elif = 1 x = elif',
    'x = f y = "a"', 'x = break + null',
    'x: let = await', 'if let { } x = 1', 'if a { } elif = 1', 'for let in await { }', 'x = str otherwise None',
  ])('%s', (statements) => {
    expect(statementsOf(statements).length).toBeGreaterThan(0)
  })
})
