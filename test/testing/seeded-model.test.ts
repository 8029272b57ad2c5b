import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runWorkflow } from '../../runtime/index.ts'
import { everySlot, graphOf, inputsOf, seededModel, seededTools, wellTypedProgram } from '../../testing/index.ts'
import { propertyRuns } from '../property/property-runs.ts'

const runs = wellTypedProgram().chain((program) => {
  const graph = graphOf(program)
  return fc.record({ program: fc.constant(program), graph: fc.constant(graph), inputs: inputsOf(graph), seed: fc.nat() })
})

describe('seededModel and seededTools', () => {
  test('come to the same in every run with the same seed', async () => {
    await fc.assert(
      fc.asyncProperty(runs, async ({ graph, inputs, seed }) => {
        const once = async () => {
          const models = everySlot(graph, seededModel(seed))
          return (await runWorkflow({ graph, inputs, models, tools: seededTools(graph, seed), seed }).result).outcome
        }
        expect(await once()).toEqual(await once())
      }),
      { numRuns: propertyRuns(20) },
    )
  })

  test('fail as often as they are told to, and never with a value of another type', async () => {
    const codes = new Set<string>()
    await fc.assert(
      fc.asyncProperty(runs, fc.constantFrom(0, 0.3), fc.double({ min: 0, max: 1, noNaN: true }), async (run, failureRate, extremes) => {
        const { graph, inputs, seed } = run
        const models = everySlot(graph, seededModel(seed, { extremes, failureRate }))
        const tools = seededTools(graph, seed, { failureRate })
        const { outcome, usage } = await runWorkflow({ graph, inputs, models, tools, seed }).result
        const code = outcome.kind === 'failed' ? outcome.code : outcome.kind
        expect(code).not.toMatch(/invalid/)
        if (failureRate === 0) expect(code).not.toMatch(/model_rejected|tool_failed/)
        codes.add(code)
        expect(usage.requests).toBeLessThanOrEqual(graph.bounds.calls)
        expect(usage.tool_calls).toBeLessThanOrEqual(graph.bounds.tool_calls)
        expect(usage.completion_tokens).toBeLessThanOrEqual(graph.bounds.tokens)
      }),
      { numRuns: propertyRuns(60), seed: 1 },
    )
    expect([...codes]).toEqual(expect.arrayContaining(['ok', 'model_rejected', 'tool_failed']))
  })
})
