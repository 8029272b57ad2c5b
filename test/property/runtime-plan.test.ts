import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blocksOf, isImpure, nodeReads, resultsOf } from '../../compiler/graph/index.ts'
import type { Block, Graph, Node } from '../../compiler/graph/index.ts'
import type { BlockPlan } from '../../runtime/interpreter/block-plan.ts'
import { planOf } from '../../runtime/interpreter/plan.ts'
import { randomGraph } from '../runtime/random-graph.ts'
import { propertyRuns } from './property-runs.ts'

test('a plan agrees with what the compiler says of nodes: what they read, which of them are impure', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(29), { maxLength: 200, size: 'max' }), (choices) => {
      const graph = randomGraph(choices)
      compare(graph, graph.body, planOf(graph))
    }),
    { numRuns: propertyRuns(500) },
  )
})

function compare(graph: Graph, block: Block, plan: BlockPlan): void {
  for (const [position, node] of block.nodes.entries()) {
    const planned = plan.nodes[position]
    expect(planned?.impure).toBe(isImpure(node, graph.tools))
    if (planned?.impure !== true) {
      const before = block.nodes.slice(0, position)
      const decision = before.findLast(isDecision)
      const reads = nodeReads(node.kind === 'stop' ? { ...node, carried: [] } : node)
      const waitsFor = before.filter((earlier) => earlier === decision || resultsOf(earlier).some((id) => reads.has(id)))
      expect(planned?.waitsFor).toBe(waitsFor.length)
      for (const earlier of waitsFor) expect(plan.nodes[block.nodes.indexOf(earlier)]?.dependants).toContain(position)
    }
    for (const [i, inner] of blocksOf(node).entries()) {
      const innerPlan = planned?.blocks[i]
      expect(innerPlan).toBeDefined()
      if (innerPlan !== undefined) compare(graph, inner, innerPlan)
    }
  }
}

/** An `assert`, a `stop`, or a region with a `stop` that leaves the loop around it. */
const isDecision = (node: Node): boolean => node.kind === 'assert' || mayStop(node)

const mayStop = (node: Node): boolean =>
  node.kind === 'stop' ||
  ((node.kind === 'if' || node.kind === 'match') && blocksOf(node).some((block) => block.nodes.some(mayStop)))
