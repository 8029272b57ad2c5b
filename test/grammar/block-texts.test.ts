import { describe, expect, test } from 'vitest'
import { expressionOf } from './parse-parts.ts'
import { sketchText } from './sketch.ts'

/** What a `"""…"""` with this between its quotes reads. */
function read(inside: string): string {
  const text = expressionOf(`"""${inside}"""`)
  if (text.kind !== 'text') throw new Error(`no text: ${inside}`)
  return sketchText(text.parts)
}

describe('texts of many lines', () => {
  test.each([
    // Raw.
    [String.raw`\boxed{x} \n \u{41} \\`, String.raw`\boxed{x} \n \u{41} \\`],
    ['{"a": {"b": 1}}', '{"a": {"b": 1}}'],
    ['say "hi"', 'say "hi"'],
    ['""quoted""', '""quoted""'],
    ['a"', 'a"'],
    ['', ''],
    ['   ', '   '],
    [String.raw`\frac{{{a}}}{{{b}}}`, String.raw`\frac{‹a›}{‹b›}`],
    [String.raw`\{{x}} \\{{y}}`, String.raw`{{x}} \{{y}}`],

    // The first and the last line break.
    ['\na\n', 'a'],
    ['  \na\n  ', 'a'],
    ['\n\na\n\n', '\na\n'],
    ['\n', ''],
    ['\n\n', ''],
    ['a\nb', 'a\nb'],
    ['\r\na\r\n  b\r\n', 'a\n  b'],
    ['\ra\r', 'a'],

    // Indentation.
    ['\n    a\n      b\n    c\n  ', 'a\n  b\nc'],
    ['\n    a\n\n    b\n  ', 'a\n\nb'],
    ['\n    a\n  \n    b\n', 'a\n\nb'],
    ['\n    a\n        \n    b\n', 'a\n\nb'],
    ['\n\ta\n\t\tb\n', 'a\n\tb'],
    ['\n\ta\n    b\n', '\ta\n    b'],
    ['first\n    a\n      b', 'first\na\n  b'],
    ['  first\n    a', '  first\na'],
    ['\n    a\n  b\n', '  a\nb'],
    ['\n  a\n      ', 'a'],

    // Indentation and insertions.
    ['\n    {{a}}\n      {{b}} c\n  ', '‹a›\n  ‹b› c'],
    ['\n    a {{f(\n  x\n)}} b\n    c\n', 'a ‹(f x)› b\nc'],
    ['\n    a {{f("""\n      x\n       y""")}} b\n', 'a ‹(f """x\n y")› b'],
    ['\n    \\{{a}}\n      b\n', '{{a}}\n  b'],
    ['\n    "a"\n      "b"\n', '"a"\n  "b"'],

    // Lines with a tag alone.
    ['\n  {{#if a}}\n  b\n  {{else}}\n  c\n  {{/if}}\n  d\n', '‹if a›b\n‹else›c\n‹/if›d'],
    ['\n  A:\n  {{#each xs as x}}\n  - {{x}}\n  {{/each}}\n\n  B\n', 'A:\n‹each x xs›- ‹x›\n‹/each›\nB'],
    ['\n  {{#each xs as x}}\n    - {{x}}\n  {{/each}}\n', '‹each x xs›  - ‹x›\n‹/each›'],
    ['\n  a {{#if b}}\n  c\n  {{/if}}\n', 'a ‹if b›\nc\n‹/if›'],
    ['\n  {{#if a}}b{{/if}}\n  c\n', '‹if a›b‹/if›\nc'],
    ['\n  {{#if a}} {{/if}}\n  c\n', '‹if a› ‹/if›\nc'],
    ['\n  {{#if f(\n    a\n  )}}  \n  b\n  {{/if}}\n', '‹if (f a)›b\n‹/if›'],
    ['{{#if a}}\n  b\n{{/if}}', '‹if a›  b\n‹/if›'],
    ['\n  {{#if a}}\r\n  b\r\n  {{/if}}\r\n', '‹if a›b\n‹/if›'],
  ])('%j reads %j', (inside, expected) => {
    expect(read(inside)).toBe(expected)
  })

  test('in a run of quotes the last three close', () => {
    const list = expressionOf('["""a""""", """"b\n""", """"""]')
    expect(list.kind === 'list' && list.items.map((item) => item.kind === 'text' ? sketchText(item.parts) : item.kind))
      .toEqual(['a""', '"b', ''])
  })
})
