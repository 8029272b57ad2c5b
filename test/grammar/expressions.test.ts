import { describe, expect, test } from 'vitest'
import { expressionOf } from './parse-parts.ts'
import { sketch } from './sketch.ts'

describe('expressions', () => {
  test.each([
    // What stands for itself.
    ['12', '12'],
    ['0.5', '0.5d'],
    ['1e-3', '0.001d'],
    ['2E2', '200d'],
    ['1.5e+1', '15d'],
    ['true', 'true'],
    ['false', 'false'],
    ['none', 'none'],
    ['name_1', 'name_1'],
    ['max', 'max'],
    ['[]', '[]'],
    ['[1, [2], ]', '[1 [2]]'],
    ['{ a: 1 }', '{a: 1}'],
    ['{ a: 1, b: { c: 2 }, }', '{a: 1 b: {c: 2}}'],
    ['{ ...x }', '{...x}'],
    ['{ ...x, a: 1, }', '{...x a: 1}'],
    ['{ if: 1, type: 2, max: 3, none: 4 }', '{if: 1 type: 2 max: 3 none: 4}'],
    ['"a"', '"a"'],

    // What binds more stands further in; what is equal binds to the left.
    ['a + b * c', '(+ a (* b c))'],
    ['a - b + c', '(+ (- a b) c)'],
    ['a / b % c * d', '(* (% (/ a b) c) d)'],
    ['(a + b) * c', '(* (+ a b) c)'],
    ['-a * b', '(* (- a) b)'],
    ['a - -b', '(- a (- b))'],
    ['-a ?? b', '(- (?? a b))'],
    ['a ?? b ?? c + d', '(+ (?? (?? a b) c) d)'],
    ['a + b < c * d', '(< (+ a b) (* c d))'],
    ['a == b', '(== a b)'],
    ['a != b', '(!= a b)'],
    ['a <= b', '(<= a b)'],
    ['a > b', '(> a b)'],
    ['a >= b', '(>= a b)'],
    ['not a == b', '(not (== a b))'],
    ['not a and not b', '(and (not a) (not b))'],
    ['a or b and c or d', '(or (or a (and b c)) d)'],
    ['a otherwise b or c otherwise d', '(otherwise (otherwise a (or b c)) d)'],

    // What follows a value.
    ['a.b.c', '(. (. a b) c)'],
    ['a.if.none.max', '(. (. (. a if) none) max)'],
    ['a[0][i + 1]', '(at (at a 0) (+ i 1))'],
    ['f()', '(f)'],
    ['f(a, b,)', '(f a b)'],
    ['f(a)(b).c[0]', '(at (. ((f a) b) c) 0)'],
    ['vote(xs, .answer)', '(vote xs .answer)'],
    ['best(xs, by: .score)', '(best xs by:.score)'],
    ['f(if: 1, n: -1, x: not a)', '(f if:1 n:(- 1) x:(not a))'],
    ['f(a ?? b, c otherwise d)', '(f (?? a b) (otherwise c d))'],
    ['{ a: 1 }.a', '(. {a: 1} a)'],
    ['"a".b', '(. "a" b)'],

    // Many at once.
    ['sample 5 of f(x)', '(sample 5 (f x))'],
    ['sample n of (f(x) otherwise none)', '(sample n (otherwise (f x) none))'],
    ['sample of of f', '(sample of f)'],
    ['sample 2 of sample 3 of f(x).y', '(sample 2 (sample 3 (. (f x) y)))'],
    ['sample 2 of f + g', '(+ (sample 2 f) g)'],
    ['each x in xs { yield f(x) }', '(each x xs -> (f x))'],
    ['each x, i in f(xs) max 8 { y = f(x) yield y }', '(each x,i (f xs) max 8 (y = (f x)) -> y)'],
    ['each x in xs max n { if a { y = 1 } else { y = 2 } yield y }', '(each x xs max n (if a {(y = 1)} {(y = 2)}) -> y)'],
    ['each max in max max max { yield max }', '(each max max max max -> max)'],
    ['f(each x in xs { yield { a: x } }, 1)', '(f (each x xs -> {a: x}) 1)'],
  ])('%s is %s', (source, expected) => {
    expect(sketch(expressionOf(source))).toBe(expected)
  })

  test('a whole number is one without a point and an exponent', () => {
    expect(expressionOf('100')).toMatchObject({ kind: 'number', value: 100, integer: true })
    expect(expressionOf('1e2')).toMatchObject({ kind: 'number', value: 100, integer: false })
    expect(expressionOf('100.0')).toMatchObject({ kind: 'number', value: 100, integer: false })
  })

  test('ranges cover what was written, parentheses apart', () => {
    const source = 'workflow main() -> string { return f( (a) + bb ) }'
    const at = (text: string): { start: number; end: number } => {
      const start = source.indexOf(text)
      return { start, end: start + text.length }
    }
    const call = expressionOf('f( (a) + bb )')
    const value = call.kind === 'call' ? call.arguments[0]?.value : undefined
    const sum = value?.kind === 'expression' ? value.expression : undefined
    const offset = call.range.start - at('f(').start
    const shifted = ({ start, end }: { start: number; end: number }): { start: number; end: number } =>
      ({ start: start + offset, end: end + offset })
    expect(call.range).toEqual(shifted(at('f( (a) + bb )')))
    expect(sum).toMatchObject({ kind: 'binary', range: shifted(at('(a) + bb')), operatorRange: shifted(at('+')) })
  })
})
