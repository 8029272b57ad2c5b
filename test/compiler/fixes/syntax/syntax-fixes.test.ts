import { describe, expect, test } from 'vitest'
import { syntaxExamples } from '../../../../compiler/diagnostics/examples/syntax-examples.ts'
import { syntaxMessages } from '../../../../compiler/diagnostics/syntax-messages.ts'
import { markedSource } from '../../../marked-source.ts'
import { around, errorsIn, expectFixed, expectUnfixed, fixText } from '../expect-fixed.ts'
import type { FixRow } from '../expect-fixed.ts'

const rows: readonly FixRow[] = [
  ['&&', 'assert count > 1 && count < 9', 'assert count > 1 and count < 9'],
  ['&& without spaces', 'assert (count > 1)&&count < 9', 'assert (count > 1)and count < 9'],
  ['||', 'assert count > 1 || count < 9', 'assert count > 1 or count < 9'],
  ['! before a bracket', 'assert !(count > 1)', 'assert not (count > 1)'],
  ['! before a name', 'assert !contains(task, "a")', 'assert not contains(task, "a")'],
  ['===', 'assert count === 1', 'assert count == 1'],
  ['!==', 'assert count !== 1', 'assert count != 1'],
  [':=', 'x := Writer(task)', 'x = Writer(task)'],
  ['+=', 'count += 1', 'count = count + 1'],
  ['-= of a sum', 'count -= 1 + 2', 'count = count - (1 + 2)'],
  ['single quotes', "x = Writer('it\\'s \"so\" \\n')", 'x = Writer("it\'s \\"so\\" \\n")'],
  ['a prefix', 'x = Writer(f"about {{task}}")', 'x = Writer("about {{task}}")'],
  ['a prefix of single quotes', "x = Writer(r'about it')", 'x = Writer("about it")'],
  ['a # comment', '# one draft\n  x = 1', '// one draft\n  x = 1'],
  ['grouped digits', 'x = 10_000', 'x = 10000'],
  ['let', 'let x = 1', 'x = 1'],
  ['const with a type', 'const  x: int = 1', 'x: int = 1'],
  ['await', 'x = await Writer(task)', 'x = Writer(task)'],
  ['elif', 'if count > 1 { } elif count > 2 { } else { }', 'if count > 1 { } else if count > 2 { } else { }'],
  ['stop if', 'repeat max 2 { stop if count > 1 count = 2 }', 'repeat max 2 { stop when count > 1 count = 2 }'],
  ['an argument with =', 'x = Writer(task = "a", style="b")', 'x = Writer(task: "a", style: "b")'],
  ['a field with =', 'x = { a = 1, b=2 }', 'x = { a: 1, b: 2 }'],
  ['a field without its value', 'x = { task, count: 1 }', 'x = { task: task, count: 1 }'],
  ['a quoted key', 'x = { "a": 1 }', 'x = { a: 1 }'],
  ['a member with its enum', 'match Judge(task) { Verdict.correct => { } else => { } }', 'match Judge(task) { correct => { } else => { } }'],
  ['_ =>', 'match Judge(task) { correct => { } _ => { } }', 'match Judge(task) { correct => { } else => { } }'],
  ['arms without braces', 'match Judge(task) { correct => count = 2 else => { } }', 'match Judge(task) { correct => { count = 2 } else => { } }'],
  ['commas between arms', 'match Judge(task) { correct => { }, wrong => { }, else => { } }', 'match Judge(task) { correct => { } wrong => { } else => { } }'],
  ['= in a condition', 'if count = 1 { }', 'if count == 1 { }'],
  ['a chain of comparisons', 'assert 0 < count < 9', 'assert 0 < count and count < 9'],
  ['a longer chain', 'assert 0 < count <= 9 < 12', 'assert 0 < count and count <= 9 and 9 < 12'],
  ['a call without a name', 'Writer(task)', '_ = Writer(task)'],
  ['a value without a name', 'sample 3 of Writer(task)', '_ = sample 3 of Writer(task)'],
  ['curly quotes', 'x = Writer(“about it”)', 'x = Writer("about it")'],
]

describe('what has a plain remedy is repaired', () => {
  test.each(rows)('%s', (_, wrong, right) => {
    expectFixed(around(wrong), around(right))
  })

  test.each<FixRow>([
    ['a separator of a setting', 'agent A(x: string) -> string { role: "a" prompt="{{x}}" }', 'agent A(x: string) -> string { role "a" prompt "{{x}}" }'],
    ['commas between settings', 'agent A(x: string) -> string { role "a", temperature 1, }', 'agent A(x: string) -> string { role "a" temperature 1 }'],
    ['another arrow', 'agent A(x: string): string', 'agent A(x: string) -> string'],
    ['a fat arrow', 'agent A(x: string)=>string', 'agent A(x: string) -> string'],
    ['a misspelt setting', 'agent A(x: string) -> string { temprature 1 }', 'agent A(x: string) -> string { temperature 1 }'],
    ['a misspelt word', 'wrokflow f() -> int { return 1 }', 'workflow f() -> int { return 1 }'],
    ['a last call', 'agent A() -> int workflow f(a: bool) -> int { if a { A() } else { A() } }', 'agent A() -> int workflow f(a: bool) -> int { if a { return A() } else { return A() } }'],
    ['a late import', '// top\nagent A() -> int { tools python }\n\nimport { python } from "std/tools"\n\nagent B() -> int\n', 'import { python } from "std/tools"\n\n// top\nagent A() -> int { tools python }\n\nagent B() -> int\n'],
    [
      'a late import behind others',
      'import { calculator } from "std/tools"\r\nagent A() -> int { tools python, calculator }\r\nimport { python } from "std/tools"\r\n',
      'import { calculator } from "std/tools"\r\nimport { python } from "std/tools"\r\nagent A() -> int { tools python, calculator }\r\n',
    ],
  ])('%s', (_, wrong, right) => {
    expectFixed(wrong, right)
  })
})

describe('what is not certain is left', () => {
  test.each([
    ['braces in an f-text', 'x = Writer(f"about {task}")'],
    ['insertions in single quotes', "x = Writer('about {{task}}')"],
    ['a longer middle of a chain', 'assert 0 < len(task) < 9'],
    ['while', 'while count > 1 { count = 2 }'],
    ['a conditional expression', 'x = count > 1 ? 1 : 2'],
    ['a field that is assigned', 'x = { a: 1 }\n  x.a = 2'],
  ])('%s', (_, wrong) => {
    expectUnfixed(around(wrong))
  })
})

const codes = Object.values(syntaxMessages).map(({ code }) => code)
const examples = Object.entries(syntaxExamples).flatMap(([kind, example]) => (example === null ? [] : [{ kind, example }]))

test.each(examples)('a fix of the example $kind leaves no error', ({ example }) => {
  const { source } = markedSource(example.wrong)
  const { text, fixed } = fixText(source)
  expect(codes).toEqual(expect.arrayContaining(fixed.map(({ code }) => code)))
  if (fixed.length > 0) expect(errorsIn(text ?? '')).toEqual([])
})
