import { describe, expect, test } from 'vitest'
import { compileSource, errorsOf, kindsOf } from './compile-source.ts'

const agent = 'agent A(x: string) -> string\n'
const apply = 'workflow apply(use: agent(string) -> string, x: string) -> string { return use(x) }\n'

const messages = (source: string): readonly string[] => compileSource(source).diagnostics.map(({ message }) => message)

describe('workflows that never end', () => {
  test.each([
    ['call themselves', 'workflow main(x: string) -> string { return main(x) }', ['MAS4001 «main(x)»']],
    [
      'call each other',
      `workflow a(x: string) -> string { return b(x) }
       workflow b(x: string) -> string { return c(x) }
       workflow c(x: string) -> string { return a(x) }`,
      ['MAS4001 «a(x)»'],
    ],
    [
      'call themselves in a loop, a branch, a text\'s binding, an argument',
      'workflow main(x: string) -> string { repeat max 2 { if x == "" { y = trim(main("{{x}}")) x = y } } return x }',
      ['MAS4001 «main("{{x}}")»'],
    ],
    [
      'are two circles',
      'workflow a(x: string) -> string { return a(x) } workflow b(x: string) -> string { return b(x) }',
      ['MAS4001 «a(x)»', 'MAS4001 «b(x)»'],
    ],
    [
      'are generic and never called',
      'workflow again<T>(use: agent(T) -> T, static n: int, x: T) -> T { y = use(x) return again(use, n, y) }',
      ['MAS4001 «again(use, n, y)»'],
    ],
    [
      'pass themselves as an agent',
      `${apply}workflow main(x: string) -> string { return apply(main, x) }`,
      ['MAS4001 «use(x)»'],
    ],
    [
      'pass each other as agents, through a generic workflow',
      `${apply}
       workflow twice(use: agent(string) -> string, x: string) -> string { y = apply(use, x) return apply(use, y) }
       workflow a(x: string) -> string { return twice(b, x) }
       workflow b(x: string) -> string { return apply(a, x) }`,
      ['MAS4001 «use(x)»'],
    ],
  ])('%s', (_, workflows, expected) => {
    expect(errorsOf(agent + workflows)).toEqual(expected)
  })

  test('are shown as a circle, without what leads to it', () => {
    const source = `${apply}workflow a(x: string) -> string { return apply(b, x) }
      workflow b(x: string) -> string { return apply(a, x) }
      workflow main(x: string) -> string { return a(x) }`
    expect(messages(source)).toEqual(['This call never ends: `b` calls `apply` calls `a` calls `apply` calls `b`.'])
  })

  test('in a circle of many are shown by its beginning and its end', () => {
    const ring = Array.from({ length: 3000 }, (_, k) => `workflow w${k}(x: string) -> string { return w${(k + 1) % 3000}(x) }`)
    expect(messages(ring.join('\n'))).toEqual([
      'This call never ends: `w0` calls `w1` calls `w2` calls `w3` calls … calls `w2999` calls `w0`.',
    ])
  })

  test('are no circle where the same workflow is called with another agent, or twice', () => {
    const source = `${agent}${apply}
      workflow inner(x: string) -> string { return apply(A, x) }
      workflow main(x: string) -> string { y = apply(inner, x) return apply(inner, y) }`
    expect(errorsOf(source)).toEqual([])
  })

  test('leave alone those that do not call them', () => {
    const source = `${agent}
      workflow a(x: string) -> string { return b(x) }
      workflow b(x: string) -> string { return a(x) }
      workflow caller(x: string) -> string { return b(x) }
      workflow sound(x: string) -> string { return A(x) }`
    expect(kindsOf(source)).toEqual({ a: 'broken', b: 'broken', caller: 'broken', sound: 'graph' })
  })

  test('are broken also where their errors are too many to report', () => {
    const many = Array.from({ length: 150 }, (_, k) => `workflow w${k}(x: string) -> string { return w${k}(x) }`)
    const file = compileSource(many.join('\n'))
    expect(file.diagnostics).toHaveLength(100)
    expect(new Set(file.workflows.map(({ compiled }) => compiled.kind))).toEqual(new Set(['broken']))
  })

  test('in an imported file are reported there', () => {
    const files = { 'other.mas': 'export workflow other(x: string) -> string { return other(x) }' }
    const source = 'import { other } from "./other.mas"\nworkflow main(x: string) -> string { return other(x) }'
    expect(errorsOf(source, files)).toEqual(['other.mas: MAS4001 «other(x)»'])
    expect(kindsOf(source, files)).toEqual({ main: 'broken' })
  })
})

describe('agents that are tools of themselves', () => {
  const main = 'workflow main(x: string) -> string { return First(x) }\nworkflow sound(x: string) -> string { return A(x) }\n'

  test.each([
    ['directly', 'agent First(x: string) -> string { tools A, First }', ['MAS4002 «tools A, First»']],
    [
      'through others',
      'agent First(x: string) -> string { tools Second } agent Second(x: string) -> string { tools A, First }',
      ['MAS4002 «tools A, First»'],
    ],
    [
      'through a copy that has the tools of what it copies',
      `agent First = Second { max_turns 2 }
       agent Second(x: string) -> string { tools Third }
       agent Third(x: string) -> string { tools First }`,
      ['MAS4002 «tools First»'],
    ],
  ])('%s', (_, agents, expected) => {
    const source = `${agent}${agents}\n${main}`
    expect(errorsOf(source)).toEqual(expected)
    expect(kindsOf(source)).toEqual({ main: 'broken', sound: 'graph' })
  })

  test('are said to be so', () => {
    const source = `${agent}agent First(x: string) -> string { tools Second }
      agent Second(x: string) -> string { tools First }
      ${main}`
    expect(messages(source)).toEqual(['These agents are tools of each other: `First` uses `Second` uses `First`.'])
  })

  test('but not where a copy has other tools', () => {
    const agents = `agent First(x: string) -> string { tools Second }
      agent Second = Plain { max_tokens 5 }
      agent Plain(x: string) -> string`
    expect(errorsOf(`${agent}${agents}\n${main}`)).toEqual([])
  })
})
