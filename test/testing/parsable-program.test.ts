import fc from 'fast-check'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { expressionsUnder, statementsIn } from '../../compiler/check/index.ts'
import { parse, productions } from '../../grammar/index.ts'
import type { Expression, SourceFile, Statement } from '../../grammar/index.ts'
import { sharedParser } from '../../grammar/parser/shared-parser.ts'
import { parsableProgram } from '../../testing/index.ts'
import { propertyRuns } from '../property/property-runs.ts'
import { withShrunk } from './with-shrunk.ts'

const programs = parsableProgram()

/** The rules that the parser goes through, by name. */
function rulesReadIn(texts: readonly string[]): ReadonlySet<string> {
  const rules = new Set<string>()
  const parser = sharedParser as unknown as { ruleInvocationStateUpdate: (short: number, name: string, index: number) => void }
  const begin = parser.ruleInvocationStateUpdate.bind(sharedParser)
  const spy = vi.spyOn(parser, 'ruleInvocationStateUpdate').mockImplementation((short, name, index) => {
    rules.add(name)
    begin(short, name, index)
  })
  onTestFinished(() => { spy.mockRestore() })
  for (const text of texts) parse(text)
  return rules
}

function kindsIn({ declarations }: SourceFile): readonly string[] {
  return declarations.flatMap((declaration) => {
    if (declaration.kind !== 'workflow') return [declaration.kind]
    const { statements } = declaration.body
    return ['workflow', ...[...statementsIn(statements), ...expressionsUnder(statements)].map(({ kind }) => kind)]
  })
}

describe('parsableProgram', () => {
  test('gives texts that the parser has nothing to say about, and shrinks to such texts', () => {
    fc.assert(
      fc.property(withShrunk(programs, { levels: 2, breadth: 2 }), (texts) => {
        for (const text of texts) expect(parse(text).problems, text).toEqual([])
      }),
      { numRuns: propertyRuns(60) },
    )
  })

  test('reaches every rule of the grammar', () => {
    const rules = rulesReadIn(fc.sample(programs, { numRuns: 400, seed: 1 }))
    const expected = productions().map((rule) => ('name' in rule ? String(rule.name) : '')).filter((name) => !name.startsWith('habit'))
    expect(expected.filter((name) => !rules.has(name))).toEqual([])
  })

  test('reaches every kind of declaration, statement and expression', () => {
    const kinds = new Set(fc.sample(programs, { numRuns: 400, seed: 2 }).flatMap((text) => kindsIn(parse(text).file)))
    const statements = {
      binding: true, if: true, match: true, repeat: true, for: true, stop: true, assert: true, return: true,
    } satisfies Record<Exclude<Statement['kind'], 'bare_call'>, true>
    const expressions = {
      number: true, boolean: true, none: true, text: true, name_expression: true, list: true, record: true, member: true, index: true,
      call: true, unary: true, binary: true, sample: true, each: true,
    } satisfies Record<Exclude<Expression['kind'], 'missing'>, true>
    const all = ['type', 'enum', 'tool', 'agent', 'workflow', ...Object.keys(statements), ...Object.keys(expressions)]
    expect(all.filter((kind) => !kinds.has(kind))).toEqual([])
  })

  test('shrinks to the shortest text that still fails', () => {
    const { counterexample } = fc.check(fc.property(programs, (text) => !/sample \w+ of/.test(text)), { seed: 1, numRuns: 1_000 })
    const [text = ''] = counterexample ?? []
    expect(text).toMatch(/sample \w+ of/)
    expect(text.length).toBeLessThan(80)
  })
})
