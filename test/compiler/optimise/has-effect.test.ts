import { expect, test } from 'vitest'
import { hasEffect } from '../../../compiler/optimise/has-effect.ts'
import { written } from './optimise-body.ts'

test.each([
  ['a = write(x) return a', true],
  ['a = Writing(x) return a', true],
  ['if n > 1 { for z in xs { _ = write(z) } } return x', true],
  ['a = Hot(x) otherwise Writing(x) return a', true],
  ['a = look(x) return a', false],
  ['a = Helped(x) return a', false],
  ['a = vote(sample 2 of Hot(x)) return a', false],
])('%s: %s', (body, expected) => {
  const graph = written(body)
  expect(graph.body.nodes.some((node) => hasEffect(graph, node))).toBe(expected)
})
