import { describe, test } from 'vitest'
import { around, expectFixed } from '../expect-fixed.ts'

describe('a text with backslashes', () => {
  test.each([
    ['stands in three quotes', String.raw`"Use \boxed{x}."`, String.raw`"""Use \boxed{x}."""`],
    ['keeps its insertions', String.raw`"{{join(drafts, "\n")}} \sum \{{ {{task}}"`, String.raw`"""{{join(drafts, "\n")}} \sum \{{ {{task}}"""`],
    ['keeps its quotes', String.raw`"say \"\alpha\""`, String.raw`"""say "\alpha""""`],
    ['keeps a backslash that was written twice', String.raw`"\alpha \\ \beta"`, String.raw`"""\alpha \ \beta"""`],
    ['with a line break has its backslashes doubled', String.raw`"a\nb \boxed{x} \sum"`, String.raw`"a\nb \\boxed{x} \\sum"`],
    ['with blanks at its ends has its backslashes doubled', String.raw`" \sum "`, String.raw`" \\sum "`],
    ['with three quotes has its backslashes doubled', String.raw`"\sum \"\"\" x"`, String.raw`"\\sum \"\"\" x"`],
    ['inside another text is the one that changes', String.raw`"{{lower("\sum")}} x"`, String.raw`"{{lower("""\sum""")}} x"`],
  ])('%s', (_, wrong, right) => {
    expectFixed(around(`x = Writer(${wrong})`), around(`x = Writer(${right})`))
  })

  test('may be a setting', () => {
    expectFixed(
      String.raw`agent A(x: string) -> string { role "Use \boxed{}." }`,
      String.raw`agent A(x: string) -> string { role """Use \boxed{}.""" }`,
    )
  })
})
