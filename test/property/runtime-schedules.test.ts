import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runWorkflow } from '../../runtime/interpreter/run-workflow.ts'
import type { ToolImplementation } from '../../runtime/tools/tool-implementation.ts'
import { stableHash } from '../../runtime/values/stable-hash.ts'
import { failure, given, mockModel, reply } from '../runtime/mock-model.ts'
import { randomGraph } from '../runtime/random-graph.ts'
import { runInUnitTime } from '../runtime/run-in-unit-time.ts'
import { sequentialMeaning } from '../runtime/sequential-meaning.ts'
import { propertyRuns } from './property-runs.ts'

const choices = fc.array(fc.nat(29), { maxLength: 200, size: 'max' })
const seeds = fc.nat(1000)

/** A world that calls act on: `write` answers by how often it was called before, so that its order shows in every answer. */
class World {
  readonly written: string[] = []
  readonly #seed: number

  constructor(seed: number) {
    this.#seed = seed
  }

  answer(node: string, callee: string, input: string): string | null {
    const before = callee === 'write' ? this.written.push(`${node} ${input}`) : 0
    const hash = stableHash(this.#seed, node, callee, input, before)
    return hash % 8 === 0 ? null : 'abcaabbcabab'.slice(hash % 11, (hash % 11) + 1 + (hash % 3))
  }
}

test('a run comes to what its nodes come to one after another, whatever finishes first', async () => {
  await fc.assert(
    fc.asyncProperty(choices, seeds, fc.scheduler(), async (picked, seed, scheduler) => {
      const graph = randomGraph(picked)
      const reference = new World(seed)
      const meaning = sequentialMeaning(graph, { task: 'ab' }, ({ node, callee, inputs: [input] }) => {
        const value = reference.answer(node, callee, String(input))
        return value === null ? null : { value }
      })
      const world = new World(seed)
      const model = mockModel(async (request) => {
        await scheduler.schedule(Promise.resolve(), request.node)
        const answer = world.answer(request.node, request.agent.name, given(request))
        return answer === null ? failure() : reply(answer, { usage: { promptTokens: 1, completionTokens: 100 } })
      })
      const tool = (name: string): ToolImplementation => ({
        async call(inputs, { node }) {
          const now = name === 'write' ? world.answer(node, name, String(inputs['input'])) : null
          await scheduler.schedule(Promise.resolve(), node)
          const answer = name === 'write' ? now : world.answer(node, name, String(inputs['input']))
          return answer === null ? { kind: 'failed', message: 'no' } : { kind: 'ok', value: answer }
        },
      })
      const tools = new Map(['look', 'write'].map((name) => [`host:${name}`, tool(name)]))
      const run = runWorkflow({ graph, inputs: { task: 'ab' }, models: new Map([['default', model]]), tools, seed })
      const { outcome, usage } = await scheduler.waitFor(run.result)
      const seen = outcome.kind === 'failed' ? { kind: outcome.kind, node: outcome.node } : outcome
      expect(seen).toEqual(meaning)
      expect(world.written).toEqual(reference.written)
      expect(usage.requests).toBeLessThanOrEqual(graph.bounds.calls)
      expect(usage.tool_calls).toBeLessThanOrEqual(graph.bounds.tool_calls)
      expect(usage.completion_tokens).toBeLessThanOrEqual(graph.bounds.tokens)
    }),
    { numRuns: propertyRuns(1000) },
  )
})

test('no run depends on more requests after each other than its bound says', async () => {
  await fc.assert(
    fc.asyncProperty(choices, seeds, async (picked, seed) => {
      const graph = randomGraph(picked)
      const world = new World(seed)
      const tool: ToolImplementation = { call: () => Promise.resolve({ kind: 'ok', value: 'ab' }) }
      const { seen } = await runInUnitTime(graph, {
        inputs: { task: 'ab' },
        answer: (request) => world.answer(request.node, request.agent.name, given(request)) ?? failure(),
        tools: new Map(['host:look', 'host:write'].map((from) => [from, tool])),
        seed,
      })
      expect(seen.depth).toBeLessThanOrEqual(graph.bounds.depth)
    }),
    { numRuns: propertyRuns(300) },
  )
})
