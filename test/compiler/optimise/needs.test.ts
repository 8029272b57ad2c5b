import { expect, test } from 'vitest'
import { Needs } from '../../../compiler/optimise/needs.ts'
import { allNodes } from '../compile/compile-source.ts'
import { written } from './optimise-body.ts'

/** The nodes that are needed, in source order, without `main/`. */
const needed = (body: string): readonly string[] => {
  const graph = written(body)
  const needs = new Needs(graph)
  return allNodes(graph.body).flatMap(({ node }) => (needs.hasNode(node) ? [node.name.replace('main/', '')] : []))
}

test.each([
  ['what the result reads', 'a = Hot(x) b = Hot(a) c = Hot(b) return b', ['a', 'b']],
  ['the region around it', 'a = "" if n > 1 { a = Hot(x) } return a', ['if', 'if/then/a']],
  ['what decides a region that is needed', 'b = Hot(y) a = "" if b == "" { a = Hot(x) } return a', ['b', 'if', 'if/then/a']],
  [
    'what stops a loop that is needed',
    'a = x repeat max 2 { b = Hot(a) a = Hot(x) stop when b == "" } return a',
    ['repeat', 'repeat/b', 'repeat/a', 'repeat/stop'],
  ],
  ['nothing of a loop that is not', 'a = x repeat max 2 { a = Hot(a) stop when a == "" } return x', []],
  ['an effect, and what it is given', 'a = Hot(x) b = Hot(y) _ = write(a) return x', ['a', '_']],
])('%s', (_, body, expected) => {
  expect(needed(body)).toEqual(expected)
})

test('of a loop, the values that are carried on to what is needed', () => {
  const graph = written('a = x b = x c = x repeat max 3 { a = Hot(b) b = Hot(b) c = Hot(c) } return a')
  const needs = new Needs(graph)
  const [loop] = graph.body.nodes
  expect(loop?.kind === 'repeat' && [0, 1, 2].map((position) => needs.hasResult(loop, position))).toEqual([true, true, false])
})
