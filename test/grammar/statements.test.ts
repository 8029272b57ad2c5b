import { describe, expect, test } from 'vitest'
import { statementsOf } from './parse-parts.ts'
import { sketchStatement } from './sketch.ts'

describe('statements', () => {
  test.each([
    ['x = 1', '(x = 1)'],
    ['x: string? = none', '(x: string? = none)'],
    ['xs: int[3] = []', '(xs: int[3] = [])'],
    ['_ = f(x)', '(_ = (f x))'],
    ['max = of', '(max = of)'],
    ['role: string = prompt', '(role: string = prompt)'],
    ['let = 1 const = let', '(let = 1) (const = let)'],
    ['while = await', '(while = await)'],
    ['x = 1 y = 2; z = 3;; ;', '(x = 1) (y = 2) (z = 3)'],
    ['x = a\ny = b', '(x = a) (y = b)'],
    ['x = f\n(y)', '(x = (f y))'],
    ['if a { x = 1 }', '(if a {(x = 1)})'],
    ['if a == b { } else { x = 1 }', '(if (== a b) {} {(x = 1)})'],
    ['if a { } else if b { x = 1 } else if c { } else { y = 2 }', '(if a {} {(if b {(x = 1)} {(if c {} {(y = 2)})})})'],
    ['if { a: 1 } == x { }', '(if (== {a: 1} x) {})'],
    ['match f(x) { a => { x = 1 } max => { } else => { y = 2 } }', '(match (f x) a {(x = 1)} max {} else {(y = 2)})'],
    ['match x { }', '(match x)'],
    ['repeat max 3 { x = f(x) stop when x.done }', '(repeat 3 {(x = (f x)) (stop (. x done))})'],
    ['repeat max max { }', '(repeat max {})'],
    ['for x in xs { y = x }', '(for x xs {(y = x)})'],
    ['for x, i in first(xs, 8) max n { }', '(for x,i (first xs 8) max n {})'],
    ['repeat max 2 { stop when when }', '(repeat 2 {(stop when)})'],
    ['assert a and b', '(assert (and a b))'],
    ['assert a else "no {{b}}"', '(assert a "no ‹b›")'],
    ['if a { assert b } else { x = 1 }', '(if a {(assert b)} {(x = 1)})'],
    ['return { a: 1, b: [2] }', '(return {a: 1 b: [2]})'],
  ])('%s is %s', (source, expected) => {
    expect(statementsOf(source).map(sketchStatement).join(' ')).toBe(expected)
  })

  test('an `else if` spans from its `if` to the end of the chain', () => {
    const source = 'if a { } else if b { } else { }'
    const [statement] = statementsOf(source)
    const text = `workflow main() -> string {\n${source}\n}`
    const inner = statement?.kind === 'if' ? statement.otherwise : null
    expect(text.slice(statement?.range.start, statement?.range.end)).toBe(source)
    expect(text.slice(inner?.range.start, inner?.range.end)).toBe('if b { } else { }')
    expect(inner?.statements[0]?.range).toEqual(inner?.range)
  })
})
