import { Ajv } from 'ajv'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { boundsOf } from '../../compiler/bounds/bounds-of.ts'
import { readGraph } from '../../compiler/graph-reader/index.ts'
import schema from '../../compiler/graph/graph-schema.json' with { type: 'json' }
import { blocksOf, optimise } from '../../compiler/index.ts'
import type { Block, Graph } from '../../compiler/index.ts'
import { runWorkflow } from '../../runtime/index.ts'
import { everySlot, graphOf, inputsOf, seededModel, seededTools, wellTypedProgram } from '../../testing/index.ts'
import { compileSource } from '../compiler/compile/compile-source.ts'
import { changedJson, jsonChanges } from './changed-graphs.ts'
import { changed, changesWith, shippedScripts } from './changed-scripts.ts'
import { mixedScript } from './mixed-script.ts'
import { propertyRuns } from './property-runs.ts'

const fitsSchema = new Ajv({ discriminator: true, allowUnionTypes: true }).compile(schema)

const scripts = [mixedScript, ...shippedScripts.values()]

/** The shipped scripts as they are imported, beside each other. */
const besides = Object.fromEntries([...shippedScripts].map(([path, text]) => [path.replace('examples/', ''), text]))

function graphsOf(text: string): readonly Graph[] {
  const { diagnostics, workflows } = compileSource(text, besides)
  if (diagnostics.some(({ severity }) => severity === 'error')) return []
  return workflows.flatMap(({ compiled }) => (compiled.kind === 'graph' ? [compiled.graph] : []))
}

/** A graph is read as it was written. */
function expectSame(graph: Graph): void {
  const text = JSON.stringify(graph)
  expect(fitsSchema(JSON.parse(text))).toBe(true)
  const { value, problems } = readGraph(text)
  expect(problems).toEqual([])
  expect(JSON.stringify(value)).toBe(text)
}

describe('a compiled graph is read as it was written', () => {
  test('of a random program', () => {
    fc.assert(
      fc.property(wellTypedProgram(), (program) => {
        expectSame(graphOf(program))
        expectSame(optimise(graphOf(program)).graph)
      }),
      { numRuns: propertyRuns(60) },
    )
  })

  test('of a script that was changed at random and still compiles', () => {
    fc.assert(
      fc.property(fc.constantFrom(...scripts), fc.array(changesWith(scripts), { maxLength: 2 }), (original, by) => {
        graphsOf(changed(original, by)).forEach(expectSame)
      }),
      { numRuns: propertyRuns(150) },
    )
  })

  test.each([['mixed', mixedScript] as const, ...shippedScripts])('of %s', (_, script) => {
    for (const graph of graphsOf(script)) for (const one of [graph, optimise(graph).graph]) expectSame(one)
  })
})

/** Reads what is left of a graph; its bounds are put right, for a change would nearly always show there. */
function readWithBounds(data: unknown): Graph | null {
  const { value, problems } = readGraph(JSON.stringify(data))
  if (value !== null || !problems.every(({ stage }) => stage === 'bounds')) return value
  const graph = data as Graph
  return readGraph({ ...graph, bounds: boundsOf(graph) }).value
}

/** How many nodes and elements a run may go through. */
function stepsOf({ nodes }: Block): number {
  return nodes.reduce((total, node) => {
    const times = 'maximum' in node ? node.maximum : node.kind === 'sample' ? node.count : 1
    return total + 1 + times * blocksOf(node).reduce((sum, block) => sum + 1 + stepsOf(block), 0)
  }, 0)
}

async function expectRuns(graph: Graph, seed: number, inputs: Readonly<Record<string, unknown>>): Promise<void> {
  const models = everySlot(graph, seededModel(seed, { failureRate: 0.1, extremes: 0.2 }))
  const { outcome, usage } = await runWorkflow({ graph, inputs, models, tools: seededTools(graph, seed), seed }).result
  expect(['ok', 'failed', 'stopped']).toContain(outcome.kind)
  expect(usage.requests).toBeLessThanOrEqual(graph.bounds.calls)
  expect(usage.tool_calls).toBeLessThanOrEqual(graph.bounds.tool_calls)
  expect(usage.completion_tokens).toBeLessThanOrEqual(graph.bounds.tokens)
}

const originals = scripts.flatMap(graphsOf)

describe('a graph that was changed at random', () => {
  const graphs = fc.oneof(fc.constantFrom(...originals), wellTypedProgram().map(graphOf))

  test('is refused, or runs without an exception and within its bounds', async () => {
    let accepted = 0
    await fc.assert(
      fc.asyncProperty(graphs, jsonChanges, fc.nat(1000), async (original, changes, seed) => {
        const graph = readWithBounds(changedJson(original, changes))
        if (graph === null || stepsOf(graph.body) > 5000) return
        accepted += 1
        const [inputs = {}] = fc.sample(inputsOf(graph), { seed, numRuns: 1 })
        await expectRuns(graph, seed, inputs)
      }),
      { numRuns: propertyRuns(400) },
    )
    expect(accepted).toBeGreaterThan(40)
  })
})
