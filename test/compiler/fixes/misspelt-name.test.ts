import { describe, test } from 'vitest'
import { around, expectFixed, expectUnfixed } from './expect-fixed.ts'
import type { FixRow } from './expect-fixed.ts'

describe('a name that is written nearly right', () => {
  test.each<FixRow>([
    ['a value', 'x = Writer(tsak)', 'x = Writer(task)'],
    ['a value that stands often', 'x = [tsak, lower(tsak)]\n  y = tsak', 'x = [task, lower(task)]\n  y = task'],
    ['a callee', 'x = Wrter(task)', 'x = Writer(task)'],
    ['a builtin', 'x = lne(task)', 'x = len(task)'],
    ['a field', 'x = { answer: 1 }\n  y = x.anwser', 'x = { answer: 1 }\n  y = x.answer'],
    ['a member', 'x = Verdict.corect', 'x = Verdict.correct'],
    ['a member without its enum', 'x = Judge(task) == correct', 'x = Judge(task) == Verdict.correct'],
    ['a member as a text', 'x = Judge(task) == "correct"', 'x = Judge(task) == Verdict.correct'],
    ['an arm', 'match Judge(task) { corect => { } else => { } }', 'match Judge(task) { correct => { } else => { } }'],
    ['an argument', 'x = Writer(task, stlye: "a")', 'x = Writer(task, style: "a")'],
    ['a type', 'x: Verdikt = Judge(task)', 'x: Verdict = Judge(task)'],
  ])('%s', (_, wrong, right) => {
    expectFixed(around(wrong), around(right))
  })

  test.each<FixRow>([
    ['a tool', 'tool look() -> int from "host:a" agent A() -> int { tools lok }', 'tool look() -> int from "host:a" agent A() -> int { tools look }'],
    ['a copied agent', 'agent Reader() -> int agent B = Raeder { model "a" }', 'agent Reader() -> int agent B = Reader { model "a" }'],
    ['a size', 'workflow f(static many: int, xs: int[mny]) -> int { return 1 }', 'workflow f(static many: int, xs: int[many]) -> int { return 1 }'],
    [
      'an import whose uses are right',
      'import { debatte } from "std/patterns" agent A(q: string, s: string) -> string workflow f() -> string { return debate(A, A, A, "", 2) }',
      'import { debate } from "std/patterns" agent A(q: string, s: string) -> string workflow f() -> string { return debate(A, A, A, "", 2) }',
    ],
    ['a static parameter of another type', 'workflow f(static n: number) -> int { return n }', 'workflow f(static n: int) -> int { return n }'],
  ])('%s', (_, wrong, right) => {
    expectFixed(wrong, right)
  })

  test.each([
    ['two are equally near', around('cat = 1\n  cut = 2\n  x = [cot, cat, cut]')],
    ['the near one is of another type', around('x = first(drafts, 2)\n  y = 1 + tsak')],
    ['an import is used as it is written', 'import { debatte } from "std/patterns" workflow f() -> string { return debatte() }'],
    ['nothing is near', around('x = elephant')],
  ])('is left where %s', (_, wrong) => {
    expectUnfixed(wrong)
  })
})
