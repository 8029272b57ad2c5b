import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Graph } from '../../compiler/index.ts'
import { graphOf, inputsOf } from '../../testing/index.ts'
import { compileSource } from '../compiler/compile/compile-source.ts'
import { runInUnitTime } from '../runtime/run-in-unit-time.ts'
import { changed, changesWith, shippedScripts } from './changed-scripts.ts'
import { mixedScript as mixed } from './mixed-script.ts'
import { propertyRuns } from './property-runs.ts'
import { teamPrograms } from './team-programs.ts'
import { unrulyAnswer, unrulyTools } from './unruly-world.ts'

async function expectWithin(graph: Graph, seed: number): Promise<void> {
  const [inputs = {}] = fc.sample(inputsOf(graph), { numRuns: 1, seed })
  const answer = (request: Parameters<typeof unrulyAnswer>[0]) => unrulyAnswer(request, seed)
  const { seen } = await runInUnitTime(graph, { inputs, answer, tools: unrulyTools(graph, seed), seed })
  const over = Object.entries(seen).filter(([measure, value]) => value > graph.bounds[measure as keyof typeof seen])
  expect(over).toEqual([])
}

/** The shipped scripts as they are imported, beside each other. */
const besides = Object.fromEntries([...shippedScripts].map(([path, text]) => [path.replace('examples/', ''), text]))

function graphsOf(text: string): readonly Graph[] {
  const { diagnostics, workflows } = compileSource(text, besides)
  if (diagnostics.some(({ severity }) => severity === 'error')) return []
  return workflows.flatMap(({ compiled }) => (compiled.kind === 'graph' ? [compiled.graph] : []))
}

describe('no run needs more than the bounds of its graph', () => {
  test('for programs drawn at random', async () => {
    await fc.assert(
      fc.asyncProperty(teamPrograms, fc.nat(1000), async (program, seed) => {
        await expectWithin(graphOf(program), seed)
      }),
      { numRuns: propertyRuns(60) },
    )
  })

  const scripts = [mixed, ...shippedScripts.values()]

  test('for scripts that were changed at random and still compile', async () => {
    const script = fc.oneof(fc.constant(mixed), fc.constantFrom(...scripts))
    const changes = fc.array(changesWith(scripts), { maxLength: 2 })
    await fc.assert(
      fc.asyncProperty(script, changes, fc.nat(1000), async (original, by, seed) => {
        // A change can make a number large: such a run would take long and show nothing else.
        const graphs = graphsOf(changed(original, by)).filter(({ bounds }) => bounds.calls + bounds.depth < 1000)
        for (const graph of graphs) await expectWithin(graph, seed)
      }),
      { numRuns: propertyRuns(500) },
    )
  })

  test.each([['mixed', mixed] as const, ...shippedScripts])('for %s', async (_, script) => {
    for (const graph of graphsOf(script)) {
      for (let seed = 0; seed < 20; seed += 1) await expectWithin(graph, seed)
    }
  })

  test('of which there are many', () => {
    expect(scripts.flatMap(graphsOf).length).toBeGreaterThan(6)
  })
})
