import { describe, expect, test } from 'vitest'
import { parse } from '../../grammar/index.ts'
import type { Declaration, SourceFile } from '../../grammar/index.ts'
import { typeOf, workflowOf } from './parse-parts.ts'
import { sketchText, sketchType } from './sketch.ts'

function fileOf(source: string): SourceFile {
  const { file, problems } = parse(source)
  expect(problems).toEqual([])
  return file
}

function declarationOf<Kind extends Declaration['kind']>(kind: Kind, source: string): Extract<Declaration, { kind: Kind }> {
  const found = fileOf(source).declarations.find((declaration): declaration is Extract<Declaration, { kind: Kind }> =>
    declaration.kind === kind)
  if (found === undefined) throw new Error(`no ${kind} in ${source}`)
  return found
}

describe('types', () => {
  test.each([
    ['string', 'string'],
    ['Draft', 'Draft'],
    ['int[]', 'int[]'],
    ['int[3][n]?', 'int[3][n]?'],
    ['string?[]', 'string?[]'],
    ['{ a: int }', '{a: int}'],
    ['{ a: int, if: { b: string? }[2], }', '{a: int, if: {b: string?}[2]}'],
    ['agent() -> string', 'agent() -> (string)'],
    ['agent(int, { a: int },) -> string[]', 'agent(int, {a: int}) -> (string[])'],
    ['agent(agent(I) -> O) -> agent(O) -> bool', 'agent(agent(I) -> (O)) -> (agent(O) -> (bool))'],
  ])('%s', (source, expected) => {
    expect(sketchType(typeOf(source))).toBe(expected)
  })
})

describe('declarations', () => {
  test('imports', () => {
    const { imports } = fileOf('import { A, from, } from "./a.mas"; import { b } from "std/tools"')
    expect(imports.map(({ names, from }) => [names.map(({ text }) => text), from.value])).toEqual([
      [['A', 'from'], './a.mas'],
      [['b'], 'std/tools'],
    ])
  })

  test('types and enums', () => {
    const type = declarationOf('type', 'export type Draft = { text: string }')
    expect([type.name.text, type.exported, sketchType(type.type)]).toEqual(['Draft', true, '{text: string}'])
    const { members, exported } = declarationOf('enum', 'enum Verdict { correct, wrong, }')
    expect([members.map(({ text }) => text), exported]).toEqual([['correct', 'wrong'], false])
  })

  test('tools', () => {
    const source = 'tool search(query: string, limit: int?) -> string[] from "mcp:web#search"'
    const tool = declarationOf('tool', source)
    expect(tool).toMatchObject({ name: { text: 'search' }, from: { value: 'mcp:web#search' }, pure: false })
    expect(tool.parameters.map(({ name, type }) => `${name.text}: ${sketchType(type)}`)).toEqual(['query: string', 'limit: int?'])
    expect(declarationOf('tool', `${source} pure`).pure).toBe(true)
  })

  test('agents with all settings', () => {
    const agent = declarationOf('agent', `agent A(x: string) -> string {
      role "r {{x}}" prompt """p""" model "large" policy writer tools B, search, max
      temperature 0.5 top_p 1 max_tokens 8 max_turns 3 repairs 0 timeout 1.5e1
    }`)
    const shown = agent.settings.map((setting) => {
      switch (setting.kind) {
        case 'role':
        case 'prompt':
          return `${setting.kind} ${sketchText(setting.text.parts)}`
        case 'model':
          return `model ${setting.slot.value}`
        case 'policy':
          return `policy ${setting.policy.text}`
        case 'tools':
          return `tools ${setting.tools.map(({ text }) => text).join(' ')}`
        default:
          return `${setting.kind} ${setting.value.value}`
      }
    })
    expect(shown).toEqual([
      'role r ‹x›', 'prompt p', 'model large', 'policy writer', 'tools B search max', 'temperature 0.5', 'top_p 1',
      'max_tokens 8', 'max_turns 3', 'repairs 0', 'timeout 15',
    ])
    expect(agent.settings.every(({ kind, key }) => kind === key.text)).toBe(true)
  })

  test('agents without settings, and copies', () => {
    expect(declarationOf('agent', 'agent A() -> string').settings).toEqual([])
    expect(declarationOf('agent', 'agent B = A { model "large"; temperature 0 }')).toMatchObject({
      name: { text: 'B' },
      signature: { kind: 'copy', of: { text: 'A' } },
      settings: [{ kind: 'model' }, { kind: 'temperature' }],
    })
  })

  test('workflows', () => {
    const workflow = workflowOf(`workflow pick<I, O>(solve: agent(I) -> O, input: I, static n: int,) -> O[n]
      budget { calls 40 tokens 2e4 seconds 1.5 depth 3 } { return sample n of solve(input) }`)
    expect(workflow.typeParameters.map(({ text }) => text)).toEqual(['I', 'O'])
    expect(workflow.parameters.map(({ static: isStatic, name, type }) => [isStatic, name.text, sketchType(type)])).toEqual([
      [false, 'solve', 'agent(I) -> (O)'],
      [false, 'input', 'I'],
      [true, 'n', 'int'],
    ])
    expect(workflow.budget?.limits.map(({ measure, value }) => [measure, value.value, value.integer])).toEqual([
      ['calls', 40, true], ['tokens', 20000, false], ['seconds', 1.5, false], ['depth', 3, true],
    ])
    expect(sketchType(workflow.result)).toBe('O[n]')
  })

  test('a range runs from `export` to the last token', () => {
    const source = '// before\nexport type A = string[] // after\n'
    const { range } = declarationOf('type', source)
    expect(source.slice(range.start, range.end)).toBe('export type A = string[]')
  })

  test('an empty file', () => {
    expect(fileOf('')).toEqual({ kind: 'file', imports: [], declarations: [], range: { start: 0, end: 0 } })
    expect(fileOf('  // nothing\n;').range).toEqual({ start: 0, end: 14 })
  })
})
