import { expect, test } from 'vitest'
import { compileSource } from '../compile/compile-source.ts'

test.each([
  ['a parameter', 'export agent A(x: string, x: int) -> string', 'MAS2202', 'x: string'],
  ['a field of a type', 'export type T = { a: int, b: int, a: string }', 'MAS2203', 'a: int'],
  ['a field of a value', 'export workflow f(n: int) -> int { return { a: n, a: 2 }.a }', 'MAS2203', 'a: n'],
  ['a member', 'export enum E { a, b, a }', 'MAS2204', 'a, b'],
  ['a type parameter', 'export workflow f<T, T>(x: T) -> T { return x }', 'MAS2205', 'T, T'],
  ['a setting', 'export agent A(x: string) -> string { max_tokens 3 max_tokens 4 }', 'MAS2206', 'max_tokens 3'],
  ['a limit', 'export workflow f(n: int) -> int budget { calls 3 calls 4 } { return n }', 'MAS2206', 'calls 3'],
  ['a tool', 'tool t(x: int) -> int from "host:t" pure\nexport agent A(x: int) -> int { tools t, t }', 'MAS2211', 't, t'],
])('the second one of %s points at the first', (_, source, code, first) => {
  const { diagnostics } = compileSource(source)
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  expect(errors.map((error) => error.code)).toEqual([code])
  const related = errors.flatMap((error) => error.related ?? [])
  expect(related.map(({ range, file }) => [file, range.start])).toEqual([['main.mas', source.indexOf(first)]])
  const name = /^\w+/.exec(first)?.[0] ?? ''
  expect(related.map(({ message }) => message)).toEqual([`The first \`${name}\` stands here.`])
})

test('a third one points at the first, too', () => {
  const source = 'export enum E { a, b, a, a }'
  const places = compileSource(source).diagnostics.flatMap(({ related = [] }) => related.map(({ range }) => range.start))
  expect(places).toEqual([source.indexOf('a, b'), source.indexOf('a, b')])
})
