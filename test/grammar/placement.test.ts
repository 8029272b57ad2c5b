import { describe, expect, test } from 'vitest'
import { parse } from '../../grammar/index.ts'
import { expectStatementProblems } from './expect-problems.ts'

describe('return', () => {
  test.each([
    'return x',
    'x = 1 return x',
    'if a { return x } else { return y }',
    'if a { return x } else if b { y = 1 return y } else { return z }',
    'match a { b => { return x } else => { if c { return y } else { return z } } }',
    'x = 1',
    'if a { return x }',
    'if a { x = 1 } else { return y }',
  ])('may stand last: %s', (statements) => {
    expectStatementProblems(statements, [])
  })

  test.each([
    ['«return» x\ny = 1', 'early'],
    ['«return» x\nreturn y', 'early'],
    ['if a { «return» x\ny = 1 } else { return z }', 'early'],
    ['if a { «return» x }\nreturn y', 'branch'],
    ['match a { b => { if c { «return» x } } }\nreturn y', 'branch'],
    ['repeat max 2 { «return» x }\nreturn y', 'loop'],
    ['repeat max 2 { «return» x }', 'loop'],
    ['for x in xs { if a { «return» x } }', 'loop'],
    ['x = each y in ys { if a { «return» y } yield y }\nreturn x', 'each'],
    ['return each y in ys { repeat max 2 { «return» y } yield y }', 'each'],
  ])('may not stand elsewhere: %s', (statements, reason) => {
    expect(expectStatementProblems(statements, ['MAS1203']).problems[0]?.details).toEqual({ reason })
  })
})

describe('stop', () => {
  test.each([
    'repeat max 2 { stop when a }\nreturn x',
    'for x in xs { if a { match b { c => { stop when d } } } }\nreturn x',
    'x = each y in ys { repeat max 2 { stop when a } yield y }\nreturn x',
    'repeat max 2 { x = each y in ys { yield y } stop when a }\nreturn x',
  ])('leaves a loop: %s', (statements) => {
    expectStatementProblems(statements, [])
  })

  test.each([
    ['«stop» when a\nreturn x', 'outside'],
    ['if a { «stop» when b }\nreturn x', 'outside'],
    ['repeat max 2 { x = 1 }\n«stop» when a\nreturn x', 'outside'],
    ['x = each y in ys { «stop» when a yield y }\nreturn x', 'each'],
    ['repeat max 2 { x = each y in ys { if a { «stop» when b } yield y } }\nreturn x', 'each'],
    ['repeat max 2 { x = f("{{g(each y in ys { «stop» when b yield y })}}") }\nreturn x', 'each'],
    ['repeat max 2 { f = { ...x, a: [-(each y in ys { «stop» when b yield y })[0]] } }\nreturn x', 'each'],
    ['if f(each y in ys { «stop» when b yield y }) { }\nreturn x', 'each'],
  ])('has a loop to leave: %s', (statements, reason) => {
    expect(expectStatementProblems(statements, ['MAS1202']).problems[0]?.details).toEqual({ reason })
  })
})

describe('yield', () => {
  test.each([
    ['«yield» x\nreturn x', 'outside'],
    ['x = each y in ys { if a { «yield» y } }\nreturn x', 'outside'],
    ['x = each y in ys { «yield» y yield y }\nreturn x', 'early'],
    ['x = each y in ys { «yield» y z = 1 }\nreturn x', 'early'],
    ['x = each y in ys {\n  «yield» y\n  if z { }\n}\nreturn x', 'early'],
  ])('ends its each: %s', (statements, reason) => {
    expect(expectStatementProblems(statements, ['MAS1201']).problems[0]?.details).toEqual({ reason })
  })

  test.each([
    'x = each y in ys { z = y «}»\nreturn x',
    'x = each y in ys { «}»\nreturn x',
    'x = each y in ys { «f(y)» }\nreturn x',
  ])('is not left out: %s', (statements) => {
    expectStatementProblems(statements, ['MAS1107'])
  })
})

describe('where something else is wrong with a workflow', () => {
  test('its statements may have moved, so their places are not judged', () => {
    const { problems } = parse('workflow main() -> string { if a { return x return y\nreturn z }')
    expect(problems.map(({ kind }) => kind)).toEqual(['unexpected'])
  })

  test('and the tree still says what was meant, they are', () => {
    const codes = ['MAS1307', 'MAS1202', 'MAS1301', 'MAS1203']
    expectStatementProblems('«let» x = 1\n«stop» when x «&&» y\n«return» x\nx = 2', codes)
  })
})
