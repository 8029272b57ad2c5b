import { describe, expect, test } from 'vitest'
import { createMemoryReader, legalNamesOf } from '../../../compiler/index.ts'
import type { NamedFile } from '../../../compiler/index.ts'

const named = (source: string): NamedFile => legalNamesOf('script.mas', createMemoryReader(new Map([['script.mas', source]])))

const declarations = `import { debate } from "std/patterns"
enum Verdict { correct, wrong }
type Review = { verdict: Verdict }
tool lookup(key: string) -> string from "host:lookup"
agent Solver(problem: string) -> string
workflow twice(problem: string) -> string { return Solver(Solver(problem)) }
workflow repeated(problem: string, static n: int) -> string {
  drafts = sample n of Solver(problem)
  return drafts[0]
}
`

describe('the legal names of a script', () => {
  test('are what it declares and imports, by use', () => {
    const { names } = named(`${declarations}workflow main(a: string, b: int[3]) -> Verdict budget { calls 4 } { }\n`)
    expect(names).toMatchObject({
      declared: ['debate', 'Verdict', 'Review', 'lookup', 'Solver', 'twice', 'repeated', 'main'],
      types: ['string', 'int', 'number', 'bool', 'Verdict', 'Review'],
      enums: [{ name: 'Verdict', members: ['correct', 'wrong'] }],
      callees: ['lookup', 'Solver', 'twice', 'repeated'],
      patterns: ['debate'],
      agents: ['Solver', 'twice'],
      head: 'main(a: string, b: int[3]) -> Verdict budget { calls 4 }',
    })
    expect(names?.builtins).toContain('vote')
  })

  test('have no head without main, and nobody is called so', () => {
    expect(named(declarations).names).toMatchObject({ head: null })
    expect(named(declarations).names?.declared).toContain('main')
  })

  test.each([
    ['agent A(x: Nothing) -> string', 'MAS2002'],
    ['workflow other() -> int { }', 'MAS3305'],
    ['workflow main() -> int { return "a" }', 'MAS3002'],
  ])('are missing where the script is wrong: %s', (source, code) => {
    const { compiled, names } = named(source)
    expect(names).toBeNull()
    expect(compiled.diagnostics.map((diagnostic) => diagnostic.code)).toContain(code)
  })
})
