import { expect, test } from 'vitest'
import { timesInARow } from '../../../compiler/graph/index.ts'
import type { SampleNode } from '../../../compiler/graph/index.ts'
import { block } from '../../runtime/graph-builder.ts'

const sample = (count: number, settings: Partial<SampleNode> = {}): SampleNode => {
  const [node] = block([{ kind: 'sample', name: 'main/s', count, ordered: false, body: block([]), result: 's', ...settings }]).nodes
  if (node?.kind !== 'sample') throw new Error('it is a sample')
  return node
}

const until = { kind: 'vote', selector: null, presentOnly: false } as const

test.each([
  ['all together', sample(5), 1],
  ['in order', sample(5, { ordered: true }), 5],
  ['a vote of 2, which the first one decides at best', sample(2, { until }), 2],
  ['a vote of 3: two, then one', sample(3, { until }), 2],
  ['a vote of 8: four, then one by one', sample(8, { until }), 5],
])('%s', (_, node, expected) => {
  expect(timesInARow(node)).toBe(expected)
})
