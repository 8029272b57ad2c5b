import fc from 'fast-check'
import { expect, test } from 'vitest'
import { withBlocks } from '../../compiler/graph/index.ts'
import type { Block, Graph } from '../../compiler/graph/index.ts'
import { stableHash } from '../../runtime/index.ts'
import type { ToolImplementation } from '../../runtime/index.ts'
import { failure, given } from '../runtime/mock-model.ts'
import { randomGraph } from '../runtime/random-graph.ts'
import { runGraph } from '../trainer/credit/influence/run-graph.ts'
import type { Ran } from '../trainer/credit/influence/run-graph.ts'
import { propertyRuns } from './property-runs.ts'

const choices = fc.array(fc.nat(29), { maxLength: 120, size: 'max' })

const reply = (...parts: readonly (string | number)[]): string => {
  const hash = stableHash(...parts)
  return 'abcaabbcabab'.slice(hash % 11, (hash % 11) + 1 + (hash % 3))
}

/** The graph with votes that stop early: how many samples run then depends on what the first ones came to. */
function votingEarly(graph: Graph): Graph {
  const inBlock = (block: Block): Block => ({
    ...block,
    nodes: block.nodes.map((node) => {
      const inner = withBlocks(node, inBlock)
      const until = { kind: 'vote', selector: null, presentOnly: false } as const
      return inner.kind === 'sample' && !inner.ordered ? { ...inner, count: 3, until } : inner
    }),
  })
  return { ...graph, body: inBlock(graph.body) }
}

/** Runs a graph in a world that is the same every time, but for the replies of some calls. */
function runIn(graph: Graph, seed: number, changed: ReadonlySet<string>): Promise<Ran> {
  const tools = new Map(
    ['look', 'write'].map((name): readonly [string, ToolImplementation] => [
      `host:${name}`,
      {
        call: (inputs, { node }) =>
          Promise.resolve(
            stableHash(seed, 'fails', node) % 40 === 0
              ? { kind: 'failed', message: 'no' }
              : { kind: 'ok', value: reply(seed, node, String(inputs['input'])) },
          ),
      },
    ]),
  )
  return runGraph(
    graph,
    { task: 'ab' },
    (node, request) => {
      if (stableHash(seed, 'fails', node) % 40 === 0) return failure()
      return changed.has(node) ? 'zz' : reply(seed, node, given(request))
    },
    tools,
  )
}

test.each([
  ['', (graph: Graph) => graph],
  [', where votes stop early', votingEarly],
])('what a discarded call had replied changes neither the outcome nor the number of requests%s', async (_, made) => {
  let discarded = 0
  await fc.assert(
    fc.asyncProperty(choices, fc.nat(1000), async (picked, seed) => {
      const graph = made(randomGraph(picked))
      const before = await runIn(graph, seed, new Set())
      discarded += before.discarded.length
      if (before.discarded.length === 0) return
      for (const changed of [before.discarded, ...before.discarded.map((call) => [call])]) {
        const after = await runIn(graph, seed, new Set(changed))
        expect(after.outcome).toEqual(before.outcome)
        expect(after.requests).toBe(before.requests)
      }
    }),
    { numRuns: propertyRuns(300) },
  )
  expect(discarded).toBeGreaterThan(100)
})
