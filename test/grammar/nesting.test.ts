import { describe, expect, test } from 'vitest'
import { parse } from '../../grammar/index.ts'

const kinds = (source: string): string[] => parse(source).problems.map(({ kind }) => kind)
const returning = (expression: string): string => `workflow main() -> string { return ${expression} }`

const nested: readonly (readonly [string, string, string])[] = [
  ['parentheses', '(', ')'], ['lists', '[', ']'], ['calls', 'f(', ')'], ['records', '{ a: ', ' }'],
  ['iterations', 'each x in xs { yield ', ' }'],
]

describe('nesting', () => {
  test.each(nested)('of 63 %s in a block is read', (_, open, close) => {
    expect(kinds(returning(open.repeat(63) + 'x' + close.repeat(63)))).toEqual([])
  })

  test.each(nested)('of 64 %s in a block is too much', (_, open, close) => {
    expect(kinds(returning(open.repeat(64) + 'x' + close.repeat(64)))).toEqual(['nested_too_deeply'])
  })

  test('of 31 texts in insertions is read, of 32 not', () => {
    expect(kinds(returning('"{{'.repeat(31) + 'x' + '}}"'.repeat(31)))).toEqual([])
    expect(kinds(returning('"{{'.repeat(32) + 'x' + '}}"'.repeat(32)))).toEqual(['nested_too_deeply'])
  })

  test.each([
    ['operators', returning('a + '.repeat(501) + 'a')],
    ['comparisons', returning('a < '.repeat(501) + 'a')],
    ['fields', returning(`a${'.b'.repeat(501)}`)],
    ['calls of results', returning(`f${'()'.repeat(501)}`)],
    ['indices', returning(`a${'[0]'.repeat(501)}`)],
    ['samples', returning('sample 2 of '.repeat(501) + 'a')],
    ['questions', returning('a ? b : '.repeat(501) + 'a')],
    ['branches', `workflow main() -> string { if a { } ${'else if a { } '.repeat(501)}}`],
    ['agent types', `type T = ${'agent() -> '.repeat(501)}string`],
    ['list types', `type T = string${'[]'.repeat(501)}`],
    ['optional types', `type T = string${'? '.repeat(501)}`],
  ])('a chain of 501 %s is too much', (_, source) => {
    expect(kinds(source)).toEqual(['nested_too_deeply'])
  })

  test.each([
    ['statements', `workflow main() -> string {\n${'x = f(a)[0].b + 1\n'.repeat(1000)}return x }`],
    ['items', returning(`[${'f(a) + 1, '.repeat(1000)}]`)],
    ['insertions', returning(`"${'{{f(a) + 1}} '.repeat(1000)}"`)],
    ['block tags', returning(`"${'{{#if a}}{{b}}{{/if}}'.repeat(1000)}"`)],
    ['declarations', 'agent A(x: string[]) -> string? { role "a" }\n'.repeat(1000)],
    ['loops', `workflow main() -> string {\n${'for x in f(xs) { if a { } else if b { } else { } }\n'.repeat(1000)}}`],
    ['operators', returning('a + '.repeat(400) + 'a')],
  ])('many %s are not', (_, source) => {
    expect(kinds(source)).toEqual([])
  })

  test('costs its own declaration only', () => {
    const { file, problems } = parse(`agent A() -> string\n${returning('('.repeat(100000))}\nagent B() -> string`)
    expect(problems.map(({ kind }) => kind)).toEqual(['nested_too_deeply'])
    expect(file.declarations.map(({ name, damaged }) => [name.text, damaged])).toEqual([['A', true], ['B', false]])
  })
})
