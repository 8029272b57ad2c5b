import { describe, expect, test } from 'vitest'
import { parse } from '../../grammar/index.ts'

describe('comments', () => {
  test('are kept as written, in order, with their places', () => {
    const source = '/// one\nagent A() -> string // two\n/* three\n */ //// four\n'
    const { comments, problems } = parse(source)
    expect(problems).toEqual([])
    expect(comments.map(({ kind, text }) => [kind, text])).toEqual([
      ['documentation', '/// one'], ['line', '// two'], ['block', '/* three\n */'], ['line', '//// four'],
    ])
    for (const { text, range } of comments) expect(source.slice(range.start, range.end)).toBe(text)
  })

  test('are no comments in texts and insertions', () => {
    const { comments, problems } = parse('agent A() -> string { role "// a {{f("/* b */")}} # c" }')
    expect([comments, problems]).toEqual([[], []])
  })
})

describe('documentation', () => {
  const documented = (source: string): (string | null)[] =>
    parse(source).file.declarations.map(({ documentation }) => documentation)

  test.each([
    ['/// one\nagent A() -> string', ['one']],
    ['///one\n///  two  \nexport agent A() -> string', ['one\n two']],
    ['/// one\r\n/// two\r\nagent A() -> string', ['one\ntwo']],
    ['  /// one\n\n  agent A() -> string', ['one']],
    ['/// apart\n\n/// one\nagent A() -> string', ['one']],
    ['// plain\nagent A() -> string', [null]],
    ['/// one\n// plain\nagent A() -> string', [null]],
    ['//// four\nagent A() -> string', [null]],
    ['/// a\nagent A() -> string\n/// b\ntype B = int', ['a', 'b']],
    ['/// one\n;\nagent A() -> string', ['one']],
    ['/// one;\nagent A() -> string', ['one;']],
    ['agent A() -> string /// behind\ntype B = int', [null, 'behind']],
  ])('of %j is %j', (source, expected) => {
    expect(documented(source)).toEqual(expected)
  })
})
