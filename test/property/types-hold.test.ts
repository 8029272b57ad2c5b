import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Graph, Value } from '../../compiler/index.ts'
import { runWorkflow, stableHash, validateValue } from '../../runtime/index.ts'
import type { ModelRequest, ToolImplementation } from '../../runtime/index.ts'
import { everySlot, graphOf, inputsOf, valueOfType, wellTypedProgram } from '../../testing/index.ts'
import { failure, mockModel } from '../runtime/mock-model.ts'
import { otherDeclarations } from '../testing/other-declarations.ts'
import { propertyRuns } from './property-runs.ts'

/** What a value or a person can be the reason for; anything else would be a mistake of types that the checker let through. */
const allowed = new Set([
  'division_by_zero', 'index_out_of_range', 'empty_list', 'not_finite', 'bad_argument', 'too_large', 'assert_failed', 'tool_failed',
  'model_unavailable',
])

/** What each agent and each tool gives, one after another or at random: never another type than it declares. */
interface World {
  readonly agents: Readonly<Record<string, readonly (Value | undefined)[]>>
  readonly tools: Readonly<Record<string, readonly (Value | undefined)[]>>
}

/** `undefined` is a failure. */
const given = (type: Parameters<typeof valueOfType>[0]): fc.Arbitrary<readonly (Value | undefined)[]> =>
  fc.array(fc.option(valueOfType(type), { nil: undefined, freq: 12 }), { minLength: 1, maxLength: 4 })

const results = (all: Readonly<Record<string, { readonly result: Parameters<typeof valueOfType>[0] }>>) =>
  fc.record(Object.fromEntries(Object.entries(all).map(([name, { result }]) => [name, given(result)])), { noNullPrototype: true })

const worldOf = (graph: Graph): fc.Arbitrary<World> => fc.record({ agents: results(graph.agents), tools: results(graph.tools) })

const pick = (values: readonly (Value | undefined)[] | undefined, ...parts: readonly (string | number)[]): Value | undefined =>
  values?.[stableHash(...parts) % values.length]

const modelIn = ({ agents }: World) =>
  mockModel(({ agent, node, attempt, turn, output }: ModelRequest) => {
    const value = pick(agents[agent.name], node, attempt, turn)
    if (value === undefined) return failure()
    if (output.kind !== 'json') return String(value)
    return JSON.stringify(output.wrapped ? { value } : value)
  })

const toolsIn = ({ tools }: World, graph: Graph): ReadonlyMap<string, ToolImplementation> =>
  new Map(
    Object.entries(graph.tools).map(([name, { from }]): [string, ToolImplementation] => [
      from,
      {
        call: (inputs, { node }) => {
          const value = pick(tools[name], node, JSON.stringify(inputs))
          return Promise.resolve(value === undefined ? { kind: 'failed', message: 'no' } : { kind: 'ok', value })
        },
      },
    ]),
  )

test.each([
  ['small agents', {}],
  ['records of lists', otherDeclarations],
])('a well-typed program over %s never fails with a mistake of types, whatever its models and tools give', async (_, options) => {
  const runs = wellTypedProgram(options).chain((program) => {
    const graph = graphOf(program)
    return fc.record({ program: fc.constant(program), graph: fc.constant(graph), inputs: inputsOf(graph), world: worldOf(graph) })
  })
  await fc.assert(
    fc.asyncProperty(runs, async ({ graph, inputs, world }) => {
      const models = everySlot(graph, modelIn(world))
      const { outcome } = await runWorkflow({ graph, inputs, models, tools: toolsIn(world, graph), seed: 1 }).result
      if (outcome.kind === 'ok') expect(validateValue(graph.result, outcome.value)).toEqual({ kind: 'ok', value: outcome.value })
      else expect(allowed, JSON.stringify(outcome)).toContain(outcome.kind === 'failed' ? outcome.code : outcome.kind)
    }),
    { numRuns: propertyRuns(60) },
  )
})
