import { describe, expect, test } from 'vitest'
import { planOf } from '../../../runtime/interpreter/plan.ts'
import { agent, block, constant, graph, string, tool, value } from '../graph-builder.ts'
import type { NodeDraft } from '../graph-builder.ts'

const call = (name: string, ...reads: readonly string[]): NodeDraft => ({
  kind: 'agent',
  name,
  agent: 'A',
  arguments: reads.map(value),
  result: name,
})
const write = (name: string): NodeDraft => ({ kind: 'tool', name, tool: 'write', arguments: [constant('')], result: name })
const planned = (...nodes: readonly NodeDraft[]) =>
  planOf(
    graph({
      parameters: { task: string },
      agents: [agent('A')],
      tools: [tool('write', { pure: false })],
      body: block(nodes, constant('')),
    }),
  )

describe('planOf', () => {
  test('is made once per graph', () => {
    const of = graph({ body: block([], constant('')) })
    expect(planOf(of)).toBe(planOf(of))
  })

  test('a node waits for the nodes whose values it reads, and for the latest decision', () => {
    const { nodes, ready } = planned(
      call('a', 'task'),
      call('b', 'a', 'a', 'task'),
      { kind: 'assert', name: 'assert', condition: constant(true), message: null },
      call('c', 'a', 'b'),
      { kind: 'assert', name: 'assert#2', condition: value('c'), message: value('a') },
      call('d'),
    )
    expect(nodes.map((node) => node.waitsFor)).toEqual([0, 1, 0, 3, 3, 1])
    expect(nodes.map((node) => node.dependants)).toEqual([[1, 3, 4], [3], [3, 4], [4], [5], []])
    expect(ready).toEqual([0, 2])
  })

  test('an impure node waits for its turn instead', () => {
    const { nodes, ready } = planned(write('w'), call('a', 'task'), write('w2'), call('b', 'w2', 'a'))
    expect(nodes.map(({ impure, waitsFor }) => [impure, waitsFor])).toEqual([
      [true, 0],
      [false, 0],
      [true, 2],
      [false, 2],
    ])
    expect(nodes.map((node) => node.dependants)).toEqual([[], [3], [3], []])
    expect(ready).toEqual([0, 1])
  })

  test('a region reads what its blocks read from outside, is impure with them, and decides where it may stop the loop', () => {
    const stop: NodeDraft = { kind: 'stop', name: 'stop', condition: value('b'), carried: [value('a')] }
    const branch = (name: string, ...inside: readonly NodeDraft[]): NodeDraft => ({
      kind: 'if',
      name,
      condition: constant(true),
      then: block(inside),
      else: block([]),
      results: [],
    })
    const loop: NodeDraft = {
      kind: 'repeat',
      name: 'repeat',
      maximum: 2,
      carried: [],
      results: [],
      body: block([
        call('a', 'task'),
        call('b', 'task'),
        branch('if', branch('if/if', stop)),
        call('c'),
        branch('if#2', write('w')),
        call('d'),
      ]),
    }
    const [outer] = planned(loop).nodes
    const body = outer?.blocks[0]
    expect(outer?.impure).toBe(true)
    expect(body?.nodes.map(({ impure, waitsFor }) => [impure, waitsFor])).toEqual([
      [false, 0],
      [false, 0],
      [false, 2],
      [false, 1],
      [true, 4],
      [false, 1],
    ])
  })

  test('a loop ends the reach of its stops, an each has none', () => {
    const loop: NodeDraft = {
      kind: 'repeat',
      name: 'repeat',
      maximum: 2,
      carried: [],
      results: [],
      body: block([{ kind: 'stop', name: 'stop', condition: constant(true), carried: [] }]),
    }
    expect(planned(loop, call('a')).ready).toEqual([0, 1])
  })

  test('a stop waits for its condition only; a region around it for what it carries, too', () => {
    const stop: NodeDraft = { kind: 'stop', name: 'stop', condition: value('b'), carried: [value('a')] }
    const inside = block([call('a', 'task'), call('b', 'task'), stop])
    const loop: NodeDraft = { kind: 'repeat', name: 'repeat', maximum: 2, carried: [], results: [], body: inside }
    expect(planned(loop).nodes[0]?.blocks[0]?.nodes[2]?.waitsFor).toBe(1)
  })

  test('a budget begins in the outermost block whose nodes it covers', () => {
    const inner = block([
      { ...call('a'), budgets: [0, 1] } as NodeDraft,
      { ...call('b'), budgets: [0, 1] } as NodeDraft,
      { ...call('c'), budgets: [0] } as NodeDraft,
    ])
    const region: NodeDraft = { kind: 'sample', name: 'sample', count: 1, ordered: false, body: inner, result: 's', budgets: [0] }
    const plan = planned(region, call('d'))
    expect([...plan.budgets]).toEqual([[0, 1]])
    expect([...(plan.nodes[0]?.blocks[0]?.budgets ?? [])]).toEqual([[1, 2]])
  })
})
