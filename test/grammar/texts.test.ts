import { describe, expect, test } from 'vitest'
import type { Text } from '../../grammar/index.ts'
import { expressionOf } from './parse-parts.ts'
import { sketchText } from './sketch.ts'

function textOf(source: string): Text {
  const text = expressionOf(source)
  if (text.kind !== 'text') throw new Error(`no text: ${source}`)
  return text
}

const read = (source: string): string => sketchText(textOf(source).parts)

describe('texts of one line', () => {
  test.each([
    ['""', ''],
    ['"plain"', 'plain'],
    [String.raw`"\n\t\"\\"`, '\n\t"\\'],
    [String.raw`"\u{41}\u{1F600}\u{e9}"`, 'A😀é'],
    [String.raw`"\\n"`, '\\n'],
    [String.raw`"\times"`, '\times'],
    ['"a{b}c"', 'a{b}c'],
    ['"{"', '{'],
    ['"}} }"', '}} }'],
    ['"// no comment # none"', '// no comment # none'],
    ['"it\'s"', 'it\'s'],
    [String.raw`"\{{x}}"`, '{{x}}'],
    [String.raw`"\{{{x}}"`, '{{{x}}'],
    [String.raw`"\\{{x}}"`, '\\‹x›'],
    ['"{{x}}"', '‹x›'],
    ['"a{{ x }}b{{y}}c"', 'a‹x›b‹y›c'],
    ['"{{{x}}}"', '{‹x›}'],
    ['"{{{{x}}}}"', '{{‹x›}}'],
    ['"{{ {a: {b: 1}} }}"', '‹{a: {b: 1}}›'],
    ['"{{f({a: 1})}}"', '‹(f {a: 1})›'],
  ])('%s reads %j', (source, expected) => {
    expect(read(source)).toBe(expected)
  })

  test.each([
    ['"{{join(xs, ", ")}}"', '‹(join xs ", ")›'],
    ['"a {{f("b {{g("c {{x}}")}}")}} d"', 'a ‹(f "b ‹(g "c ‹x›")›")› d'],
    ['"{{f("}}")}}"', '‹(f "}}")›'],
    ['"{{f("""a"b""")}}"', '‹(f """a"b")›'],
  ])('texts nest in insertions: %s', (source, expected) => {
    expect(read(source)).toBe(expected)
  })

  test('a chunk spans what it was written as', () => {
    const source = String.raw`"a\n\u{62}{{x}}c"`
    const { parts, range } = textOf(source)
    expect(parts.map((part) => [part.kind, part.range.start - range.start, part.range.end - range.start])).toEqual([
      ['chunk', 1, 10], ['insert', 10, 15], ['chunk', 15, 16],
    ])
  })
})

describe('block tags', () => {
  test.each([
    ['"{{#if a}}b{{/if}}"', '‹if a›b‹/if›'],
    ['"{{#if a == 1}}b{{else}}c{{/if}}d"', '‹if (== a 1)›b‹else›c‹/if›d'],
    ['"{{#each xs as x}}{{x}}, {{/each}}"', '‹each x xs›‹x›, ‹/each›'],
    ['"{{#each f(xs) as as}}{{#if as}}{{as}}{{/if}}{{/each}}"', '‹each as (f xs)›‹if as›‹as›‹/if›‹/each›'],
    ['"{{ #if a }}b{{ else }}c{{ /if }}"', '‹if a›b‹else›c‹/if›'],
    ['"{{#if {a: true}.a}}b{{/if}}"', '‹if (. {a: true} a)›b‹/if›'],
    ['"{{#if a}}{{else}}{{/if}}"', '‹if a›‹else›‹/if›'],
    ['"{{{#if a}}}{{/if}}"', '{‹if a›}‹/if›'],
    ['"{{iffy}}{{elsewhere}}"', '‹iffy›‹elsewhere›'],
  ])('%s reads %s', (source, expected) => {
    expect(read(source)).toBe(expected)
  })
})
