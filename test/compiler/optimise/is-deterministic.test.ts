import { expect, test } from 'vitest'
import { isDeterministic } from '../../../compiler/optimise/is-deterministic.ts'
import { written } from './optimise-body.ts'

test.each([
  ['Cold(x)', true],
  ['Helped(x)', true],
  ['Hot(x)', false],
  ['Warmed(x)', false],
  ['Writing(x)', false],
  ['look(x)', true],
  ['write(x)', false],
  ['lines(x)[0]', true],
  ['n > 1 and Cold(x) == ""', false],
])('%s: %s', (expression, expected) => {
  const graph = written(`a = ${expression} return "{{a}}"`)
  const [node] = graph.body.nodes
  expect(node !== undefined && isDeterministic(graph, node)).toBe(expected)
})
