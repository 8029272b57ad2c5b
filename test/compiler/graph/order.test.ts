import { describe, expect, test } from 'vitest'
import { blockReads, isDecision, isImpure, nodeReads, resultsOf } from '../../../compiler/graph/index.ts'
import { graphOf } from '../compile/compile-source.ts'

const graph = (body: string) =>
  graphOf(`
    tool look(x: string) -> string from "host:look" pure
    tool write(x: string) -> string from "host:write"
    agent A(x: string) -> string { tools write }
    workflow main(x: string, xs: string[2], n: int) -> string { ${body} }`)

const firstNode = (body: string) => {
  const of = graph(body)
  const [node] = of.body.nodes
  if (node === undefined) throw new Error('there is no node')
  return { node, tools: of.tools }
}

describe('later nodes wait', () => {
  test.each([
    ['for an assertion', 'assert x == "" return x', true],
    ['not for a call', 'y = A(x) return y', false],
    ['not for an assertion in a branch, which fails its branch', 'if x == "" { assert n > 1 } return x', false],
    ['not for a loop that stops by itself', 'repeat max 2 { stop when x == "" x = A(x) } return x', false],
  ])('%s', (_, body, expected) => {
    expect(isDecision(firstNode(body).node)).toBe(expected)
  })

  test('for a branch that may stop the loop around it, at any depth, but not for a loop in it', () => {
    const { node } = firstNode(`repeat max 2 {
      if n > 1 { if n > 2 { stop when x == "" } }
      if n > 1 { for y in xs { stop when y == "" } }
      x = A(x)
    } return x`)
    const inside = node.kind === 'repeat' ? node.body.nodes.map(isDecision) : []
    expect(inside).toEqual([true, false, false])
  })
})

describe('a node is impure', () => {
  test.each([
    ['that calls a tool that is not pure', 'y = write(x) return y', true],
    ['not where the tool is pure', 'y = look(x) return y', false],
    ['not where a model calls the tool', 'y = A(x) return y', false],
    ['that reaches one in a branch', 'if x == "" { for y in xs { _ = write(y) } } return x', true],
    ['that reaches one in a fallback', 'y = A(x) otherwise write(x) return y', true],
  ])('%s', (_, body, expected) => {
    const { node, tools } = firstNode(body)
    expect(isImpure(node, tools)).toBe(expected)
  })
})

describe('a node reads', () => {
  test.each([
    ['what its arguments read', 'y = A("{{x}}{{n}}") return y', ['n', 'x']],
    ['what its blocks read from outside', 'if n > 1 { z = A(x) x = z } return xs[0]', ['n', 'x']],
    ['not what it hands to its body', 'for y, i in xs { x = "{{y}}{{i}}{{n}}{{x}}" } return x', ['n', 'x', 'xs']],
    [
      'what a text inside it reads, but for what the text binds',
      'y = A("{{#each xs as z}}{{z}}{{x}}{{/each}}") return y',
      ['x', 'xs'],
    ],
    ['both sides of a fallback', 'y = A(x) otherwise "{{n}}" return y', ['n', 'x']],
  ])('%s', (_, body, expected) => {
    expect([...nodeReads(firstNode(body).node)].sort()).toEqual(expected)
  })

  test('and a block reads what its nodes and outputs read and it does not make', () => {
    const { body } = graph('y = A(x) z = A(y) return "{{y}}{{z}}{{n}}"')
    expect([...blockReads(body)].sort()).toEqual(['n', 'x'])
    expect(body.nodes.flatMap((node) => [...resultsOf(node)])).toEqual(['A', 'A.2', 'return'])
  })
})
