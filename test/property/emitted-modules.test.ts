import { globSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { finishedText, randomDesign } from '../../compiler/derivation/index.ts'
import { compileProgram, createFileReader, createMemoryReader } from '../../compiler/index.ts'
import type { CompiledFile, Graph } from '../../compiler/index.ts'
import { runWorkflow } from '../../runtime/index.ts'
import type { Usage } from '../../runtime/index.ts'
import { randomNumbers } from '../compiler/derivation/designs.ts'
import { richSpecification } from '../compiler/derivation/rich-specification.ts'
import { graphsOf, loadModule, moduleOf } from '../compiler/emit/emitted-module.ts'
import { inputsOf, storyOf } from '../compiler/emit/paced-world.ts'
import { randomGraph } from '../runtime/random-graph.ts'
import { withBudgets } from '../runtime/with-budgets.ts'
import { mixedScript } from './mixed-script.ts'
import { propertyRuns } from './property-runs.ts'

/**
 * The interpreter and the module tell the same story: the same calls begin, end and are aborted in every step, and the end is
 * the same.
 */
async function expectOneMeaning(compiled: CompiledFile, seeds: readonly number[], graphs = graphsOf(compiled)): Promise<void> {
  const module = await loadModule(await moduleOf(compiled, graphs))
  expect(graphs).not.toEqual([])
  for (const graph of graphs) {
    const workflow = module[graph.workflow]
    if (workflow === undefined) throw new Error(`the module has no ${graph.workflow}`)
    for (const seed of seeds) {
      const inputs = inputsOf(graph, seed)
      const interpreted = await storyOf(graph, seed, async (settings) => told(await runWorkflow({ graph, inputs, ...settings }).result))
      const emitted = await storyOf(graph, seed, async (settings) => told(await workflow(inputs, settings)))
      expect(emitted).toEqual(interpreted)
    }
  }
}

/**
 * What a run came to. Requests are not counted: one that is begun in the moment in which an earlier step fails may have been
 * sent off by one and not by the other, and nobody waits for its answer.
 */
const told = ({ outcome, usage }: { readonly outcome: unknown; readonly usage: Usage }): unknown => ({
  outcome,
  tokens: [usage.prompt_tokens, usage.completion_tokens],
})

const compiledText = (text: string): CompiledFile => compileProgram('main.mas', createMemoryReader(new Map([['main.mas', text]])))

// All workflows of patterns.mas take agents: there is none to run.
const examples = globSync('examples/**/*.mas').filter((path) => path !== 'examples/patterns.mas')

const seeds = Array.from({ length: 12 }, (_, seed) => seed)

const budgetedScript = `agent Writer(task: string) -> string { max_tokens 20 }
workflow careful(task: string, static n: int) -> string budget { tokens 40 } {
  drafts = sample n of Writer(task)
  best = Writer(join(drafts, ","))
  return best
}
workflow main(task: string) -> string budget { tokens 150 } {
  found = each line in lines(task) max 3 { yield careful(line, n: 2) }
  other = careful(task, n: 3) otherwise Writer(task)
  repeat max 2 {
    other = careful(other, n: 1)
    stop when other == ""
  }
  return join(concat(found, [other]), ",")
}
`

const designCounterexamples = [
  // A name is bound again in both branches of an `if` and read after neither, beside a call that does not wait for them.
  -1049606232,
  // An argument that fails, the mean of an empty list, stands before calls that could begin.
  1120594382,
  // Iterations that run in order for an impure tool, with expressions between the calls that may fail.
  -7,
  // An `each` over an empty list makes `last` fail in the moment in which a later call is sent off.
  19,
]

const graphCounterexamples: [choices: number[], seed: number][] = [
  // A loop carries a value that nothing reads, and waits for its first one all the same.
  [[5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 10, 7, 0, 0, 0, 0, 0, 6, 0, 0, 0, 0, 20], 0],
]

describe('a module means what its graph means', () => {
  test.each(examples)('%s', async (path) => {
    await expectOneMeaning(compileProgram(path, createFileReader()), seeds)
  })

  test('a script in which everything depends on everything', async () => {
    await expectOneMeaning(compiledText(mixedScript), Array.from({ length: 60 }, (_, seed) => seed))
  })

  test('budgets of workflows that are written out where they are called', async () => {
    await expectOneMeaning(compiledText(budgetedScript), Array.from({ length: 60 }, (_, seed) => seed))
  })

  test('random designs', async () => {
    const specification = richSpecification({ calls: 60, tool_calls: 12, depth: 40, statements: 8, nesting: 3, expressionDepth: 3 })
    await fc.assert(
      fc.asyncProperty(fc.integer(), async (seed) => {
        const text = finishedText(randomDesign(specification, randomNumbers(seed))) ?? ''
        await expectOneMeaning(compiledText(text), [seed >>> 8, seed & 255])
      }),
      { numRuns: propertyRuns(30), examples: designCounterexamples.map((seed) => [seed]) },
    )
  }, 1_200_000)

  test('random graphs, parts of them on account of budgets', async () => {
    const choices = fc.array(fc.nat(29), { maxLength: 200, size: 'max' })
    await fc.assert(
      fc.asyncProperty(choices, fc.nat(1000), async (picked, seed) => {
        await expectOneMeaning(compiledText(''), [seed], [withRandomBudgets(randomGraph(picked), seed)])
      }),
      { numRuns: propertyRuns(60), examples: graphCounterexamples },
    )
  }, 1_200_000)
})

/** No budget, one, or one inside another, by the seed. */
function withRandomBudgets(graph: Graph, seed: number): Graph {
  const from = seed % 3
  const to = from + 1 + (seed % 4)
  const outer = { from, to, tokens: 5 + (seed % 40) }
  const inner = { from: from + 1, to, tokens: 5 + (seed % 11) }
  return withBudgets(graph, [outer, inner].slice(0, seed % 3))
}
