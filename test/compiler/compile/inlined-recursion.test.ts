import { expect, test } from 'vitest'
import { compileProgram, createMemoryReader } from '../../../compiler/index.ts'

const place = (sources: ReadonlyMap<string, string>, file: string, { start, end }: { readonly start: number; readonly end: number }) =>
  `${file}: ${sources.get(file)?.slice(start, end) ?? ''}`

/** Each finding as its code, its place and the places beside it. */
function found(files: Readonly<Record<string, string>>) {
  const { diagnostics, sources } = compileProgram('main.mas', createMemoryReader(new Map(Object.entries(files))))
  return diagnostics.map(({ code, file, range, related = [] }) => ({
    code,
    at: place(sources, file, range),
    related: related.map((other) => `${place(sources, other.file, other.range)} (${other.message})`),
  }))
}

test('recursion through a workflow of the library is reported at the call that leads there', () => {
  const source = `import { self_consistency } from "std/patterns"
workflow other(x: string) -> string { return self_consistency(other, x, n: 3) }
workflow main(x: string) -> string { return other(x) }`
  expect(found({ 'main.mas': source })).toEqual([
    {
      code: 'MAS4001',
      at: 'main.mas: self_consistency(other, x, n: 3)',
      related: [expect.stringMatching(/^std\/patterns: \w+\(\w+\) \(`other` is called again here\.\)$/) as string],
    },
  ])
})

test('of several calls in the file, the last one before another file is reported', () => {
  const twice = 'export workflow twice(f: agent(string) -> string, x: string) -> string { return f(f(x)) }'
  const source = `import { twice } from "./twice.mas"
workflow through(f: agent(string) -> string, x: string) -> string { return twice(f, x) }
workflow main(x: string) -> string { return through(main, x) }`
  expect(found({ 'main.mas': source, 'twice.mas': twice })).toEqual([
    { code: 'MAS4001', at: 'main.mas: twice(f, x)', related: ['twice.mas: f(x) (`main` is called again here.)'] },
  ])
})

test('recursion within one file is reported where the circle closes, alone', () => {
  const source = `workflow through(f: agent(string) -> string, x: string) -> string { return f(x) }
workflow main(x: string) -> string { return through(main, x) }`
  expect(found({ 'main.mas': source })).toEqual([{ code: 'MAS4001', at: 'main.mas: f(x)', related: [] }])
})
