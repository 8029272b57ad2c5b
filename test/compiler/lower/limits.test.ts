import { describe, expect, test } from 'vitest'
import { toMermaid } from '../../../compiler/index.ts'
import { compileSource, errorsOf, graphOf, kindsOf } from '../compile/compile-source.ts'

const agent = 'agent A(x: string) -> string\n'

/** Workflows `w0` to `wN`, each written with the name of the next one; the last one gives its parameter back. */
const chain = (length: number, body: (next: string) => string, last = 'return x'): string =>
  [
    agent,
    ...Array.from({ length }, (_, k) => `workflow w${k}(x: string) -> string { ${body(`w${k + 1}`)} }`),
    `workflow w${length}(x: string) -> string { ${last} }`,
  ].join('\n')

describe('inlining that would not end soon ends with one error, where it begins to be too much', () => {
  test('too many nodes', () => {
    const source = chain(40, (next) => `x = ${next}(x) x = ${next}(x) return A(x)`)
    expect(errorsOf(source)).toEqual(['MAS4003 «w27»'])
    expect(kindsOf(source)).toMatchObject({ w40: 'graph', w28: 'graph', w27: 'broken', w0: 'broken' })
  })

  test('too many calls, though none of them makes a node', () => {
    expect(errorsOf(chain(40, (next) => `return ${next}(${next}(x))`))).toEqual(['MAS4003 «w27»'])
  })

  test('too many expressions, though they make no nodes', () => {
    const long = `workflow long(x: string) -> string { ${'y = x '.repeat(2000)} return y }\n`
    const source = `${long}workflow main(x: string) -> string { ${'x = long(x) '.repeat(600)} return x }`
    expect(errorsOf(source)).toEqual(['MAS4003 «main»'])
  })

  test('inside an each, whose yield names what was not lowered any more', () => {
    const body = (next: string) => `y = each part in [x] { a = ${next}(part) a = ${next}(a) b = ${next}(a) yield b } return y[0]`
    const source = chain(40, body, 'return A(x)')
    expect(errorsOf(source)).toEqual(['MAS4003 «w32»'])
  })

  test('inside branches and loops', () => {
    const source = chain(
      40,
      (next) => `repeat max 2 { if x == "" { y = ${next}(x) } else { y = ${next}(x) } x = y stop when y == "" } return x`,
      'return A(x)',
    )
    expect(errorsOf(source)).toHaveLength(1)
  })

  test.each([
    ['calls', (next: string) => `return ${next}(x)`],
    ['loops', (next: string) => `repeat max 1 { x = ${next}(x) } return x`],
    ['branches', (next: string) => `if x == "" { return ${next}(x) } else { return x }`],
    ['arguments', (next: string) => `return ${'trim('.repeat(40)}${next}(x)${')'.repeat(40)}`],
    ['samples', (next: string) => `y = sample 1 of (${next}(x) otherwise x) return y[0]`],
  ])('%s too deep inside each other', (_, body) => {
    const source = chain(610, body, 'return A(x)')
    const { diagnostics, workflows } = compileSource(source)
    expect(diagnostics.map(({ code }) => code)).toEqual(['MAS4003'])
    const deepest = workflows.find(({ compiled }) => compiled.kind === 'graph')?.compiled
    if (deepest?.kind !== 'graph') throw new Error('some of them compile')
    expect(toMermaid(deepest.graph)).toMatch(/^flowchart/)
    expect(JSON.parse(JSON.stringify(deepest.graph))).toEqual(deepest.graph)
  })

  test('agents that are tools of agents too deep', () => {
    const agents = Array.from({ length: 2000 }, (_, k) => `agent A${k}(x: string) -> string { tools A${k + 1} max_turns 1 }`)
    const source = `${agents.join('\n')}\nagent A2000(x: string) -> string\nworkflow main(x: string) -> string { return A0(x) }`
    expect(errorsOf(source)).toEqual(['MAS4003 «main»'])
  })
})

describe('what is large and yet allowed', () => {
  test('a graph of exactly as many nodes as there may be', () => {
    const of = (nodes: number) => `${agent}workflow main(x: string) -> string { ${'y = A(x) '.repeat(nodes)} return y }`
    expect(graphOf(of(10_000)).body.nodes).toHaveLength(10_000)
    expect(errorsOf(of(10_001))).toEqual(['MAS4003 «main»'])
  })

  test('a team in which each agent may call all the later ones', () => {
    const agents = Array.from({ length: 26 }, (_, k) => {
      const later = Array.from({ length: 26 - k }, (_, further) => `A${k + 1 + further}`).join(', ')
      return `agent A${k}(x: string) -> string { tools ${later} max_turns 1 }`
    })
    const source = `${agents.join('\n')}\nagent A26(x: string) -> string\nworkflow main(x: string) -> string { return A0(x) }`
    expect(graphOf(source).bounds).toEqual({ calls: 27, tool_calls: 0, tokens: 27 * 1024, depth: 27 })
  })
})
