import { expect, test } from 'vitest'
import { actsByItself } from '../../../compiler/optimise/acts-by-itself.ts'
import { written } from './optimise-body.ts'

test.each([
  ['a = Hot(x) return x', false],
  ['a = Writing(x) return x', true],
  ['a = write(x) return x', true],
  ['assert n > 1 return x', true],
  ['a = trim(x) return x', false],
  ['a = xs[0] return x', true],
  ['if x == y { _ = write(x) } return x', false],
  ['if xs[0] == y { _ = Hot(x) } return x', true],
  ['a = "" repeat max 2 { a = Hot(a) } return x', false],
  ['for z in xs { _ = Hot(z) } return x', true],
  ['a = each z in xs { yield Hot(z) } return x', true],
  ['a = sample 2 of write(x) return x', false],
  ['a = sample 1048577 of write(x) return x', true],
])('%s: %s', (body, expected) => {
  const graph = written(body)
  const [node] = graph.body.nodes
  expect(node !== undefined && actsByItself(graph, node)).toBe(expected)
})
