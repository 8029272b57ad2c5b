import { readdirSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { finishedText, randomDesign } from '../../compiler/derivation/index.ts'
import { compileProgram, createFileReader, createMemoryReader } from '../../compiler/index.ts'
import type { CompiledFile } from '../../compiler/index.ts'
import { runWorkflow } from '../../runtime/index.ts'
import { randomNumbers } from '../compiler/derivation/designs.ts'
import { richSpecification } from '../compiler/derivation/rich-specification.ts'
import { graphsOf, loadModule, moduleOf } from '../compiler/emit/emitted-module.ts'
import { inputsOf, storyOf } from '../compiler/emit/paced-world.ts'

const numRuns = Number(process.env['MAS_PROPERTY_RUNS'] ?? 40)

/** The interpreter and the module tell the same story: the same calls begin in every step, and the end is the same. */
async function expectOneMeaning(compiled: CompiledFile, seeds: readonly number[]): Promise<void> {
  const module = await loadModule(await moduleOf(compiled))
  const graphs = graphsOf(compiled)
  expect(graphs).not.toEqual([])
  for (const graph of graphs) {
    const workflow = module[graph.workflow]
    if (workflow === undefined) throw new Error(`the module has no ${graph.workflow}`)
    for (const seed of seeds) {
      const inputs = inputsOf(graph, seed)
      const interpreted = await storyOf(graph, seed, async (settings) => (await runWorkflow({ graph, inputs, ...settings }).result).outcome)
      const emitted = await storyOf(graph, seed, async (settings) => (await workflow(inputs, settings)).outcome)
      expect(emitted).toEqual(interpreted)
    }
  }
}

// All workflows of patterns.mas take agents: there is none to run.
const examples = readdirSync('examples').filter((name) => name.endsWith('.mas') && name !== 'patterns.mas')

const seeds = Array.from({ length: 12 }, (_, seed) => seed)

const counterexamples = [
  // A name is bound again in both branches of an `if` and read after neither, beside a call that does not wait for them.
  -1049606232,
  // An argument that fails, the mean of an empty list, stands before calls that could begin.
  1120594382,
  // Iterations that run in order for an impure tool, with expressions between the calls that may fail.
  -7,
  // An `each` over an empty list makes `last` fail in the moment in which a later call is sent off.
  19,
]

describe('a module means what its graph means', () => {
  test.each(examples)('examples/%s', async (name) => {
    await expectOneMeaning(compileProgram(`examples/${name}`, createFileReader()), seeds)
  })

  test('random designs', async () => {
    const specification = richSpecification({ calls: 60, tool_calls: 12, depth: 40, statements: 8, nesting: 3, expressionDepth: 3 })
    await fc.assert(
      fc.asyncProperty(fc.integer(), async (seed) => {
        const text = finishedText(randomDesign(specification, randomNumbers(seed))) ?? ''
        await expectOneMeaning(compileProgram('design.mas', createMemoryReader(new Map([['design.mas', text]]))), [seed >>> 8, seed & 255])
      }),
      { numRuns, examples: counterexamples.map((seed) => [seed]) },
    )
  }, 600_000)
})
