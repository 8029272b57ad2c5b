import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runWorkflow, validateValue } from '../../runtime/index.ts'
import { allPrograms, everySlot, graphOf, inputsOf, seededModel, seededTools, wellTypedProgram } from '../../testing/index.ts'
import type { TestProgram } from '../../testing/index.ts'
import { compileDesign } from '../compiler/derivation/designs.ts'
import { propertyRuns } from '../property/property-runs.ts'

/** One for all tests: what has been worked out for one program serves the next. */
const programs = wellTypedProgram()

const body = ({ text }: TestProgram): string => text.slice(text.indexOf('workflow main'))

/** What a value or a person can be the reason for; anything else would be a mistake of types that the checker let through. */
const allowed =
  /^(division_by_zero|index_out_of_range|empty_list|not_finite|bad_argument|too_large|assert_failed|tool_failed|model_rejected)$/

describe('wellTypedProgram', () => {
  test('compiles without a finding', () => {
    fc.assert(
      fc.property(programs, ({ text }) => {
        expect(compileDesign(text).diagnostics).toEqual([])
      }),
      { numRuns: propertyRuns(30) },
    )
  })

  test('shrinks to the least program that still fails, and shows it', () => {
    const details = fc.check(fc.property(programs, ({ text }) => !/\bWriter\(.*task/.test(text.split('workflow')[1] ?? '')), {
      numRuns: 500,
      seed: 1,
    })
    expect(details.failed).toBe(true)
    const [program] = details.counterexample ?? []
    if (program === undefined) throw new Error('no counterexample')
    expect(body(program).split('\n').length).toBe(4)
    expect(fc.stringify(program)).toContain('workflow main')
  })

  test('uses the declarations given, and says what is wrong with them', () => {
    const echoes = wellTypedProgram({ agents: ['Echo(task: string) -> string'], workflow: 'main(task: string) -> string' })
    expect(fc.sample(echoes, { numRuns: 15, seed: 1 }).some(({ text }) => /return .*Echo\(/.test(text))).toBe(true)
    expect(() => wellTypedProgram({ agents: ['Echo(task: strin) -> string'] })).toThrow(/MAS2002/)
  })
})

describe('a well-typed program', () => {
  test('never fails with a mistake of types, whatever values of the declared types models and tools give', async () => {
    const runs = programs.chain((program) => {
      const graph = graphOf(program)
      return fc.record({ program: fc.constant(program), graph: fc.constant(graph), inputs: inputsOf(graph), seed: fc.nat() })
    })
    await fc.assert(
      fc.asyncProperty(runs, fc.double({ min: 0, max: 1, noNaN: true }), async ({ graph, inputs, seed }, extremes) => {
        const models = everySlot(graph, seededModel(seed, { extremes, failureRate: 0.05 }))
        const tools = seededTools(graph, seed, { failureRate: 0.05 })
        const { outcome, usage } = await runWorkflow({ graph, inputs, models, tools, seed }).result
        if (outcome.kind === 'ok') expect(validateValue(graph.result, outcome.value).kind).toBe('ok')
        else expect(outcome).toMatchObject({ kind: 'failed', code: expect.stringMatching(allowed) as string })
        expect(usage.requests).toBeLessThanOrEqual(graph.bounds.calls)
        expect(usage.tool_calls).toBeLessThanOrEqual(graph.bounds.tool_calls)
        expect(usage.completion_tokens).toBeLessThanOrEqual(graph.bounds.tokens)
      }),
      { numRuns: propertyRuns(30) },
    )
  })
})

describe('seededModel and seededTools', () => {
  test('come to the same in every run with the same seed', async () => {
    await fc.assert(
      fc.asyncProperty(programs, fc.nat(), async (program, seed) => {
        const graph = graphOf(program)
        const [inputs = {}] = fc.sample(inputsOf(graph), { numRuns: 1, seed })
        const once = async () => {
          const models = everySlot(graph, seededModel(seed))
          return (await runWorkflow({ graph, inputs, models, tools: seededTools(graph, seed), seed }).result).outcome
        }
        expect(await once()).toEqual(await once())
      }),
      { numRuns: propertyRuns(20) },
    )
  })
})

describe('allPrograms', () => {
  const options = { agents: ['Echo(task: string) -> string'], workflow: 'main(task: string) -> string', limits: { calls: 3, statements: 2 } }

  test('gives every program up to a size once, and the same ones each time', () => {
    const counts = [2, 3, 4, 5].map((size) => {
      const texts = [...allPrograms(size, options)].map(({ text }) => text)
      expect(new Set(texts).size).toBe(texts.length)
      return texts.length
    })
    expect(counts).toEqual([3, 8, 28, 84])
  })
})
