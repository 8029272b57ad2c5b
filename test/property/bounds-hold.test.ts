import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Graph } from '../../compiler/index.ts'
import { finishedText, randomDesign } from '../../compiler/derivation/index.ts'
import { runWorkflow } from '../../runtime/index.ts'
import type { ModelOutcome, ModelRequest, ToolImplementation, Usage } from '../../runtime/index.ts'
import { stableHash } from '../../runtime/values/stable-hash.ts'
import { compileSource, graphOf } from '../compiler/compile/compile-source.ts'
import { randomNumbers } from '../compiler/derivation/designs.ts'
import { richSpecification } from '../compiler/derivation/rich-specification.ts'
import { manualClock } from '../runtime/manual-clock.ts'
import { failure, mockModel, reply, toolCalls } from '../runtime/mock-model.ts'
import { changed, changesWith, shippedScripts } from './changed-scripts.ts'
import { mixedScript as mixed } from './mixed-script.ts'
import { valueOfType } from './value-of-type.ts'
import { propertyRuns } from './property-runs.ts'

/** What was seen of a run: usage, and how many requests came one after another, each taking one unit of time. */
interface Seen {
  readonly usage: Usage
  readonly depth: number
}

/** An answer decided by the request alone, of as many tokens as it may have: mostly values, also calls, nonsense, failures. */
function answerTo(request: ModelRequest, seed: number): ModelOutcome {
  const random = randomNumbers(stableHash(seed, request.node, request.attempt, request.turn))
  const draw = (below: number) => Math.floor(random() * below)
  const usage = { promptTokens: 1, completionTokens: request.sampling.maximumTokens }
  if (request.tools.length > 0 && draw(3) > 0) {
    const asked = Array.from({ length: 1 + draw(3) }, () => request.tools[draw(request.tools.length)]?.name ?? '')
    const calls = toolCalls(...asked.map((name) => [name, { code: '1', input: 'a', key: 'a' }] as const))
    return calls.kind === 'reply' ? { kind: 'reply', reply: { ...calls.reply, usage } } : calls
  }
  const kind = draw(10)
  if (kind === 0) return failure({ reachedModel: true })
  if (kind === 1) return reply('nonsense', { usage })
  const value = valueOfType(request.agent.result, draw)
  if (request.output.kind !== 'json') return reply(String(value), { usage })
  return reply(JSON.stringify(request.output.wrapped ? { value } : value), { usage })
}

async function runOnce(graph: Graph, seed: number): Promise<Seen> {
  const clock = manualClock(0)
  const model = mockModel(async (request) => {
    await new Promise<void>((resolve) => {
      clock.after(1, resolve)
    })
    return answerTo(request, seed)
  })
  const random = randomNumbers(seed)
  const draw = (below: number) => Math.floor(random() * below)
  const inputs = Object.fromEntries(graph.parameters.map(({ name, type }) => [name, valueOfType(type, draw)]))
  const tools = new Map(
    Object.values(graph.tools).map(({ from, result }): [string, ToolImplementation] => [
      from,
      {
        call: (given, { node }) => {
          const hash = randomNumbers(stableHash(seed, node, JSON.stringify(given)))
          const value = valueOfType(result, (below) => Math.floor(hash() * below))
          return Promise.resolve(hash() < 0.2 ? { kind: 'failed', message: 'no' } : { kind: 'ok', value })
        },
      },
    ]),
  )
  const slots = new Set(Object.values(graph.agents).map((agent) => agent.model))
  const models = new Map([...slots].map((slot) => [slot, model]))
  const run = runWorkflow({ graph, inputs, models, tools, seed, clock, limits: { concurrentRequests: 1_000 } })
  let usage: Usage | null = null
  const ended = run.result.then((result) => {
    usage = result.usage
    return result
  })
  while (usage === null) {
    await new Promise((resolve) => setImmediate(resolve))
    const [next] = clock.pending()
    if (next !== undefined) clock.advance(next)
  }
  const result = await ended
  return { usage: result.usage, depth: clock.now() }
}

function expectWithin({ bounds }: Graph, { usage, depth }: Seen): void {
  expect(usage.requests).toBeLessThanOrEqual(bounds.calls)
  expect(usage.tool_calls).toBeLessThanOrEqual(bounds.tool_calls)
  expect(usage.completion_tokens).toBeLessThanOrEqual(bounds.tokens)
  expect(depth).toBeLessThanOrEqual(bounds.depth)
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
    const specification = richSpecification({ calls: 40, statements: 5, nesting: 2, expressionDepth: 2 })
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(1000), async (program, seed) => {
        const graph = graphOf(finishedText(randomDesign(specification, randomNumbers(program))) ?? '')
        expectWithin(graph, await runOnce(graph, seed))
      }),
      { numRuns: propertyRuns(50) },
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
        for (const graph of graphs) expectWithin(graph, await runOnce(graph, seed))
      }),
      { numRuns: propertyRuns(500) },
    )
  })

  test.each([['mixed', mixed] as const, ...shippedScripts])('for %s', async (_, script) => {
    for (const graph of graphsOf(script)) {
      for (let seed = 0; seed < 20; seed += 1) expectWithin(graph, await runOnce(graph, seed))
    }
  })

  test('of which there are many', () => {
    expect(scripts.flatMap(graphsOf).length).toBeGreaterThan(6)
  })
})
