import { describe, expect, test } from 'vitest'
import { checkSource, expectFindings, findings } from '../check/findings.ts'
import { checkRows } from '../check/rows.ts'

const files = {
  'agents.mas': `
    agent Hidden(q: string) -> string
    export agent Solver(q: string) -> Draft
    export type Draft = { text: string, mood: Mood }
    export enum Mood { good, bad }
    export workflow solve(q: string) -> Draft { return Solver(Hidden(q)) }`,
  'team/lead.mas': 'import { Solver } from "../agents.mas" export workflow lead(q: string) -> string { return Solver(q).text }',
  'broken.mas': 'export agent Fine(q: string) -> string export agent Bad(q: strng) -> string',
  'unreadable.mas': 'export agent Good(q: string) -> string   agent Half(q: ',
  'one.mas': 'import { b } from "./two.mas" export workflow a() -> int { return b() }',
  'two.mas': 'import { a } from "./one.mas" export workflow b() -> int { return a() }',
}

describe('imports', () => {
  test.each<readonly [what: string, marked: string, ...codes: string[]]>([
    ['what a file exports', 'import { Solver } from "./agents.mas" workflow main(q: string) -> string { return Solver(q).text }'],
    ['a file that imports', 'import { lead } from "./team/lead.mas" workflow main(q: string) -> string { return lead(q) }'],
    [
      'from the library',
      `
        import { self_consistency } from "std/patterns"
        agent A(q: string) -> int
        workflow main(q: string) -> int { return self_consistency(A, q, 3) }`,
    ],
    [
      'an enum and its members',
      'import { solve, Mood } from "./agents.mas" workflow main(q: string) -> bool { return solve(q).mood == Mood.good }',
    ],
    [
      'a member of an imported enum that is not there',
      'import { Mood } from "./agents.mas" workflow main(m: Mood) -> bool { return m == Mood.«fine» }',
      'MAS2007',
    ],
    [
      'what is not exported',
      'import { «Hidden» } from "./agents.mas" workflow main(q: string) -> string { return Hidden(q) }',
      'MAS2104',
    ],
    [
      'what is not there',
      'import { «Solvr» } from "./agents.mas" workflow main(q: string) -> string { return Solvr(q).text }',
      'MAS2105',
    ],
    [
      'a file that is not there',
      'import { A } from «"./nothing.mas"» workflow main(q: string) -> string { return A(q) }',
      'MAS2101',
    ],
    [
      'a part that the library lacks',
      'import { A } from «"std/pattern"» workflow main(q: string) -> string { return A(q) }',
      'MAS2101',
    ],
    [
      'a file that is no script',
      'import { A } from «"./agents.ts"» workflow main(q: string) -> string { return A(q) }',
      'MAS2103',
    ],
    ['a package', 'import { A } from «"agents"» workflow main(q: string) -> string { return A(q) }', 'MAS2103'],
    [
      'a name twice',
      'import { Solver, «Solver» } from "./agents.mas" workflow main(q: string) -> string { return Solver(q).text }',
      'MAS2201',
    ],
    [
      'a name that is declared too',
      `
        import { Solver } from "./agents.mas"
        agent «Solver»() -> int
        workflow main(q: string) -> string { return Solver(q).text }`,
      'MAS2201',
    ],
    [
      'a local with an imported name',
      'import { Solver } from "./agents.mas" workflow main(q: string) -> string { «Solver» = 1 return q }',
      'MAS2207',
    ],
  ])('%s', (_, marked, ...codes) => {
    expectFindings(marked, codes, files)
  })

  test('mistakes of an imported file are reported there, after those of the entry file', () => {
    expect(findings('import { Fine } from "./broken.mas" workflow main(q: strng) -> string { return Fine("") }', files)).toEqual([
      'MAS2002 «strng» at 53',
      'MAS2002 «strng» at 59',
    ])
  })

  test('a cycle is reported once, where it closes', () => {
    const { diagnostics } = checkSource('import { a } from "./one.mas" workflow main() -> int { return a() }', files)
    expect(diagnostics.map(({ code, file }) => [code, file])).toEqual([['MAS2106', 'two.mas']])
    expect(diagnostics[0]?.message).toBe('These files import each other: `one.mas` → `two.mas` → `one.mas`.')
  })

  test('a file that is imported on two ways is one file, with one enum', () => {
    const { program, diagnostics } = checkSource(
      `import { lead } from "./team/../team/lead.mas"
       import { Solver, Mood } from "./agents.mas"
       workflow main(q: string) -> bool { return Solver(lead(q)).mood == Mood.bad }`,
      files,
    )
    expect(diagnostics).toEqual([])
    expect([...(program?.modules.keys() ?? [])]).toEqual(['agents.mas', 'team/lead.mas', 'main.mas'])
  })

  test('enums of one name in two files are two enums', () => {
    const two = {
      'a.mas': 'export enum E { x } export tool a() -> E from "host:a"',
      'b.mas': 'export enum E { x } export tool b() -> E from "host:b"',
    }
    const imports = 'import { a } from "./a.mas" import { b } from "./b.mas"'
    expectFindings(`${imports} workflow main() -> bool { return «a() == b()» }`, ['MAS3204'], two)
  })

  test('a syntax error in a file hides nothing else of it', () => {
    const source = 'import { Good } from "./unreadable.mas" workflow main(q: string) -> string { return Good(q) }'
    const { diagnostics } = checkSource(source, files)
    expect(diagnostics.filter(({ file }) => file === 'main.mas')).toEqual([])
    expect(diagnostics.every(({ code }) => code.startsWith('MAS1'))).toBe(true)
    expect(diagnostics.length).toBeGreaterThan(0)
  })
})

checkRows('scripts without a main', [
  ['an empty file', ''],
  ['only a comment', '// nothing'],
])
