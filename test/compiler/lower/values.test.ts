import { describe, expect, test } from 'vitest'
import type { Graph, Node } from '../../../compiler/index.ts'
import { allNodes, graphOf } from '../compile/compile-source.ts'

const declarations = `
enum Kind { one, two }
agent A(x: string) -> string
agent Judge(x: string) -> bool
agent Sorter(x: string) -> Kind
workflow again(x: string) -> string { repeat max 2 { x = A(x) stop when x == "" } return x }
`

const graph = (body: string): Graph => graphOf(`${declarations}workflow main(x: string, xs: string[3]) -> string { ${body} }`)

function nodeNamed(of: Graph, name: string): Node {
  const found = allNodes(of.body).find(({ node }) => node.name === name)
  if (found === undefined) throw new Error(`there is no ${name}`)
  return found.node
}

const value = (id: string) => ({ kind: 'value', id })
const constant = (of: unknown) => ({ kind: 'constant', value: of })

describe('branches', () => {
  test('merge a name that one of them binds, and leave the others alone', () => {
    const of = graph('y = "a" z = "b" if Judge(x) { y = A(x) w = A(y) z = w } else { v = A(x) y = v } return "{{y}}{{z}}"')
    expect(nodeNamed(of, 'main/if')).toMatchObject({
      then: { outputs: [value('A'), value('A.2')] },
      else: { outputs: [value('A.3'), constant('b')] },
      results: ['y', 'z'],
    })
  })

  test('give a name that all of them bind first', () => {
    const of = graph('match Sorter(x) { one => { y = A(x) only = A(y) x = only } two => { y = "b" } } return y')
    expect(nodeNamed(of, 'main/match')).toMatchObject({
      arms: [
        { member: 'one', block: { outputs: [value('A'), value('A.2')] } },
        { member: 'two', block: { outputs: [constant('b'), value('x')] } },
      ],
      results: ['y', 'x.2'],
    })
    expect(of.body.outputs).toEqual([value('y')])
  })

  test('do not merge what a loop inside them binds for itself', () => {
    const of = graph('if Judge(x) { for y in xs { z = A(y) _ = z } } z = "after" y = z return y')
    expect(nodeNamed(of, 'main/if')).toMatchObject({ results: [] })
  })

  test('that all return give the result', () => {
    const of = graph('if Judge(x) { return A(x) } else { if Judge("a") { return x } else { return "b" } }')
    expect(nodeNamed(of, 'main/if')).toMatchObject({
      then: { outputs: [value('A')] },
      else: { outputs: [value('return')] },
      results: ['return.2'],
    })
    expect(of.body.outputs).toEqual([value('return.2')])
  })
})

describe('a loop', () => {
  test('carries the outer names that it binds, parameters too, from what they held', () => {
    const of = graph('y = "a" repeat max 2 { x = A(y) own = A(x) y = own } return "{{x}}{{y}}"')
    expect(nodeNamed(of, 'main/repeat')).toMatchObject({
      carried: [
        { value: 'x.2', initial: value('x') },
        { value: 'y', initial: constant('a') },
      ],
      body: { outputs: [value('A'), value('A.2')] },
      results: ['x.3', 'y.2'],
    })
  })

  test('carries what branches inside it bind', () => {
    const of = graph('repeat max 2 { if Judge(x) { x = A(x) } } return x')
    expect(nodeNamed(of, 'main/repeat')).toMatchObject({
      carried: [{ value: 'x.2', initial: value('x') }],
      body: { outputs: [value('x.3')] },
      results: ['x.4'],
    })
  })

  test('does not carry its item, also where the body binds it anew', () => {
    const of = graph('last = "" for y in xs { y = A(y) last = y } return last')
    expect(nodeNamed(of, 'main/for')).toMatchObject({
      item: 'y',
      carried: [{ value: 'last', initial: constant('') }],
      body: { outputs: [value('A')] },
    })
  })

  test('does not carry the item of a loop inside it', () => {
    const of = graph('y = x repeat max 2 { for part in xs { part = A(part) y = part } } part = y return part')
    expect(nodeNamed(of, 'main/repeat')).toMatchObject({ carried: [{ value: 'y' }] })
    expect(nodeNamed(of, 'main/repeat/for')).toMatchObject({ carried: [{ initial: value('y') }] })
  })

  test('that stops hands on what the names hold there, also inside branches', () => {
    const of = graph(
      `y = "a"
       repeat max 3 {
         x = A(x)
         if Judge(x) { y = A(y) stop when Judge(y) x = "b" }
         stop when Judge("c")
         y = "d"
       }
       return "{{x}}{{y}}"`,
    )
    expect(nodeNamed(of, 'main/repeat')).toMatchObject({ carried: [{ value: 'x.2' }, { value: 'y' }] })
    expect(nodeNamed(of, 'main/repeat/if/then/stop')).toMatchObject({ carried: [value('A'), value('A.2')] })
    expect(nodeNamed(of, 'main/repeat/stop')).toMatchObject({ carried: [value('x.3'), value('y.2')] })
  })

  test('inside another is left alone by a stop', () => {
    const of = graph('repeat max 2 { x = A(x) for y in xs { last = A(y) stop when last == "" } stop when x == "" } return x')
    expect(nodeNamed(of, 'main/repeat/for/stop')).toMatchObject({ carried: [] })
    expect(nodeNamed(of, 'main/repeat/stop')).toMatchObject({ carried: [value('A')] })
  })

  test('of an inlined workflow carries that workflow\'s names only', () => {
    const of = graph('y = x repeat max 3 { y = again(y) stop when y == "a" } return y')
    expect(nodeNamed(of, 'main/repeat/y/repeat')).toMatchObject({ carried: [{ initial: value('y') }] })
    expect(nodeNamed(of, 'main/repeat/y/repeat/stop')).toMatchObject({ carried: [value('A')] })
    expect(nodeNamed(of, 'main/repeat/stop')).toMatchObject({ carried: [value('x.3')] })
  })
})

test('every value is made once', () => {
  const of = graph(
    `for y, i in xs { for z, j in xs { x = A("{{y}}{{z}}{{i}}{{j}}") } }
     d = each y, i in xs { w = A(y) yield w }
     for y in d { x = y }
     return again(x)`,
  )
  const made = allNodes(of.body).flatMap(({ node }) => {
    const inner = 'carried' in node && node.kind !== 'stop' ? node.carried.map((carried) => carried.value) : []
    const items = 'item' in node ? [node.item, ...(node.index === null ? [] : [node.index])] : []
    const results = 'results' in node ? node.results : 'result' in node ? [node.result] : []
    return [...inner, ...items, ...results]
  })
  expect(made.length).toBeGreaterThan(10)
  expect(new Set([...made, 'x', 'xs']).size).toBe(made.length + 2)
})

describe('an expression', () => {
  test('without calls stays one step, and lazy operators stay lazy', () => {
    const of = graph('y = len(xs) > 0 and xs[0] == "a" return "{{y}}"')
    expect(nodeNamed(of, 'main/y')).toMatchObject({
      kind: 'compute',
      expression: { kind: 'and', left: { kind: 'binary', operator: '>' }, right: { kind: 'binary', operator: '==' } },
    })
  })

  test('that is a name, a constant, a member or a field is copied to where it is used', () => {
    const of = graph('y = x n = 3 k = Kind.one return "{{y}}{{n}}{{k}}"')
    expect(of.body.nodes.map((node) => node.name)).toEqual(['main/return'])
  })

  test('in a template reads what the template binds', () => {
    const of = graph('return "{{#each xs as y}}{{y}}{{x}}{{/each}}"')
    expect(nodeNamed(of, 'main/return')).toMatchObject({
      expression: { kind: 'text', parts: [{ kind: 'each', item: 'y', body: [{ value: value('y') }, { value: value('x') }] }] },
    })
  })
})

describe('calls of what is given', () => {
  const generic = `
agent Full(x: string, note: string?) -> string
workflow use(ask: agent(string) -> string, static n: int, x: string?) -> string {
  tries = sample n of ask("{{x}}{{n}}")
  return tries[0]
}
workflow flow(x: string, note: string?) -> string { return A("{{x}}{{note}}") }
`
  const compiled = (body: string) => graphOf(`${declarations}${generic}workflow main(x: string) -> string { ${body} }`)

  test('an agent with an optional parameter that its use leaves out gets none for it', () => {
    const of = compiled('y = use(Full, 4) return y')
    expect(nodeNamed(of, 'main/y/tries')).toMatchObject({ agent: 'Full', arguments: [{ kind: 'text' }, constant(null)] })
    expect(nodeNamed(of, 'main/y/tries/sample')).toMatchObject({ count: 4 })
  })

  test('a workflow with an optional parameter, too', () => {
    const of = compiled('y = use(flow, 2, x) return y')
    expect(nodeNamed(of, 'main/y/tries/return/A')).toMatchObject({ agent: 'A' })
  })
})
