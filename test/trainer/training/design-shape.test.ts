import { expect, test } from 'vitest'
import { designAround } from '../../../trainer/team/index.ts'
import { DesignCompiler } from '../../../trainer/training/compile-design.ts'
import { designShape } from '../../../trainer/training/design-shape.ts'

const loop = (step: string): string =>
  `current = expression repeat max 5 { stop when number(current) != none current = ${step} } return current`

test.each([
  ['return expression', 'none'],
  ['return Answer(expression)', 'direct'],
  ['return Reduce(expression)', 'direct'],
  ['return Answer(Reduce(expression))', 'chain'],
  ['return vote(sample 3 of Answer(expression))', 'vote'],
  [loop('Reduce(current)'), 'loop'],
  [loop('vote(sample 3 of Reduce(current))'), 'vote'],
])('%s is %s', (statements, shape) => {
  const compiled = new DesignCompiler(16).compile(designAround(statements))
  expect(compiled.kind === 'graph' ? designShape(compiled.graph) : compiled).toBe(shape)
})
