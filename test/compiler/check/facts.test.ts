import { describe, expect, test } from 'vitest'
import type { CheckedModule, ResolvedCall } from '../../../compiler/check/index.ts'
import { sizeKey, typeText } from '../../../compiler/types/index.ts'
import { checkSource } from './findings.ts'

function checked(source: string): CheckedModule {
  const { program, diagnostics } = checkSource(source)
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  if (program === null) throw new Error('there is a program')
  return program.entry
}

/** Every recorded type by the text of its expression. */
function typesOf(source: string): Readonly<Record<string, string>> {
  const { facts } = checked(source)
  return Object.fromEntries([...facts.types].map(([{ range }, type]) => [source.slice(range.start, range.end), typeText(type)]))
}

function callsOf(source: string): readonly ResolvedCall[] {
  return [...checked(source).facts.calls.values()]
}

const text = (source: string, node: { range: { start: number; end: number } } | null): string | null =>
  node === null ? null : source.slice(node.range.start, node.range.end)

describe('facts', () => {
  test('every expression has a type, narrowed where it stands', () => {
    const source = 'workflow main(a: int?, b: { c: string[3] }) -> string { if a != none { _ = a + 1 } return "{{b.c[0]}}" }'
    expect(typesOf(source)).toEqual({
      'a != none': 'bool',
      a: 'int',
      none: 'none',
      'a + 1': 'int',
      '1': 'int',
      '"{{b.c[0]}}"': 'string',
      'b.c[0]': 'string',
      'b.c': 'string[3]',
      b: '{ c: string[3] }',
      '0': 'int',
    })
  })

  test('an empty list is a list of nothing', () => {
    expect(typesOf('workflow main() -> string[] { return [] }')).toEqual({ '[]': '[]' })
  })

  test('the types of texts in settings and of what they insert', () => {
    const types = typesOf('export agent A(q: int?) -> string { prompt "{{q ?? 0}}" }')
    expect(types).toMatchObject({ '"{{q ?? 0}}"': 'string', 'q ?? 0': 'int' })
  })

  test('arguments are in the order of the parameters', () => {
    const source = 'agent A(a: int, b: int?, c: int) -> int workflow main() -> int { return A(c: 3, a: 1) }'
    const [call] = callsOf(source)
    expect(call?.kind).toBe('agent')
    expect(call?.kind === 'agent' ? call.arguments.map((argument) => text(source, argument)) : null).toEqual(['1', null, '3'])
  })

  test('arguments of a workflow', () => {
    const source = `
      agent A(q: string, h: string?) -> int
      workflow f<I, O>(solve: agent(I) -> O, input: I, note: string?, static n: int) -> O[n] { return sample n of solve(input) }
      workflow g(pass: agent(string) -> int, static m: int) -> int[] { return f(pass, "x", n: m) }
      workflow main(q: string) -> int[] { return concat(f(A, q, n: 4), g(A, 2)) }`
    const calls = callsOf(source).filter((call) => call.kind === 'workflow' && call.workflow.name === 'f')
    const shown = calls.map((call) =>
      call.kind === 'workflow'
        ? [
            call.arguments.map((argument) => {
              switch (argument.kind) {
                case 'value':
                  return text(source, argument.expression)
                case 'static':
                  return sizeKey(argument.size)
                case 'agent':
                  return argument.agent.name
                case 'agent_parameter':
                  return `parameter ${argument.parameter}`
                case 'absent':
                  return null
              }
            }),
            Object.fromEntries([...call.typeArguments].map(([name, type]) => [name, typeText(type)])),
          ]
        : null,
    )
    expect(shown).toEqual([
      [['parameter pass', '"x"', null, 'm'], { I: 'string', O: 'int' }],
      [['A', 'q', null, '4'], { I: 'string', O: 'int' }],
    ])
  })

  test('a call of an agent parameter and of builtins', () => {
    const source = 'export workflow f(a: agent(int, int?) -> int[]) -> int { return best(a(1)) + len(sort([{ b: 1 }], .b)) }'
    const calls = callsOf(source)
    expect(calls.map((call) => call.kind)).toEqual(['agent_parameter', 'builtin', 'builtin', 'builtin'])
    expect(calls.flatMap((call) => (call.kind === 'builtin' ? [[call.name, call.selector]] : []))).toEqual([
      ['best', null],
      ['sort', 'b'],
      ['len', null],
    ])
    const [first] = calls
    expect(first?.kind === 'agent_parameter' ? first.arguments.map((argument) => text(source, argument)) : null).toEqual(['1', null])
  })

  test('enum members, and the bounds of loops', () => {
    const source = `
      enum E { a, b }
      workflow main(xs: int[3], ys: int[]) -> E {
        for x in xs { _ = x }
        for x in xs max 2 { _ = x }
        _ = each y in ys max 7 { yield y }
        return E.b
      }`
    const { facts } = checked(source)
    expect([...facts.loopBounds.values()].map(sizeKey)).toEqual(['3', '2', '7'])
    expect([...facts.enumMembers.values()].map(({ type, member }) => [type.name, member])).toEqual([['E', 'b']])
  })

  test('symbols: copies nearest first, tools after copying, one object each', () => {
    const { scope } = checked(`
      import { python } from "std/tools"
      agent A(q: string) -> string { tools python, D }
      agent B = A { temperature 0 }
      export agent C = B { temperature 1 }
      agent D = C { tools A }`)
    const agent = (name: string) => {
      const symbol = scope.get(name)
      if (symbol?.kind !== 'agent') throw new Error(`${name} is an agent`)
      return symbol
    }
    expect(agent('C').copies).toEqual([agent('B'), agent('A')])
    expect(agent('C').tools).toEqual([scope.get('python'), agent('D')])
    expect(agent('C').tools[1]).toBe(agent('D'))
    expect(agent('D').tools).toEqual([agent('A')])
    expect(agent('D').parameters).toBe(agent('A').parameters)
  })
})
