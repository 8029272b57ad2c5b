import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AgentDefinition, AgentTool, Type } from '../../compiler/index.ts'
import { runWorkflow } from '../../runtime/interpreter/run-workflow.ts'
import type { ModelOutcome, ModelRequest } from '../../runtime/model/model-client.ts'
import { stableHash } from '../../runtime/values/stable-hash.ts'
import { agent, block, constant, graph, int, string, tool, value } from '../runtime/graph-builder.ts'
import { failure, mockModel, reply, toolCalls } from '../runtime/mock-model.ts'
import type { AskedCall } from '../runtime/mock-model.ts'
import { propertyRuns } from './property-runs.ts'

const results: fc.Arbitrary<Type> = fc.constantFrom<Type>(string, int)

/** An agent that may call `look`, `write` and the agents given. */
const agents = (name: string, others: readonly string[]): fc.Arbitrary<AgentDefinition> =>
  fc
    .record({
      result: results,
      turns: fc.integer({ min: 1, max: 4 }),
      repairs: fc.nat(2),
      tools: fc.subarray<AgentTool>([
        { kind: 'tool', tool: 'look' },
        { kind: 'tool', tool: 'write' },
        ...others.map((other): AgentTool => ({ kind: 'agent', agent: other })),
      ]),
    })
    .map(({ result, turns, repairs, tools }) =>
      agent(name, { result, tools, max_turns: tools.length === 0 ? 1 : turns, repairs: result.kind === 'string' ? 0 : repairs }),
    )

/** What a model answers, decided by the request alone: answers, nonsense, calls of every sort, failures. */
function answerTo(seed: number, request: ModelRequest): ModelOutcome {
  const hash = stableHash(seed, request.node, request.attempt, request.turn)
  const calls = Array.from({ length: 1 + (hash % 3) }, (_, i): AskedCall => {
    const names = [...request.tools.map((offer) => offer.name), 'undeclared']
    return [names[(hash + i) % names.length] ?? '', hash % 5 === i ? 'no JSON' : { input: `${hash % 7}` }]
  })
  switch ((hash >> 4) % 8) {
    case 0:
      return failure()
    case 1:
      return reply('', { finish: 'refusal' })
    case 2:
      return reply('nonsense', { finish: 'length', usage: { promptTokens: 1, completionTokens: 100 } })
    case 3:
    case 4:
      return reply('{"value": 1}')
    default:
      return toolCalls(...calls)
  }
}

test('whatever models answer, in whatever order, a call of an agent ends within its bounds and comes to the same', async () => {
  const teams = fc.tuple(agents('Lead', ['Clerk', 'Aide']), agents('Clerk', ['Aide']), agents('Aide', []))
  await fc.assert(
    fc.asyncProperty(teams, fc.nat(10_000), fc.scheduler(), async (team, seed, scheduler) => {
      const of = graph({
        agents: team,
        tools: [tool('look'), tool('write', { pure: false })],
        body: block(
          ['a', 'b'].map((name) => ({
            kind: 'agent',
            name: `main/${name}`,
            agent: 'Lead',
            arguments: [constant(name)],
            result: name,
          })),
          { kind: 'list', items: [value('a'), value('b')] },
        ),
      })
      const runOnce = (wait: (label: string) => Promise<void>) => {
        const model = mockModel(async (request) => {
          await wait(request.node)
          return answerTo(seed, request)
        })
        const call = async (inputs: unknown, { node }: { readonly node: string }) => {
          await wait(node)
          const failed = stableHash(seed, node) % 3 === 0
          return failed ? ({ kind: 'failed', message: 'no' } as const) : ({ kind: 'ok', value: JSON.stringify(inputs) } as const)
        }
        const tools = new Map(['host:look', 'host:write'].map((from) => [from, { call }]))
        return runWorkflow({ graph: of, inputs: {}, models: new Map([['default', model]]), tools, seed }).result
      }
      const inOrder = await runOnce(() => Promise.resolve())
      const shuffled = await scheduler.waitFor(runOnce((label) => scheduler.schedule(Promise.resolve(), label)))
      expect(shuffled.outcome).toEqual(inOrder.outcome)
      if (inOrder.outcome.kind === 'ok')
        expect(shuffled.usage).toMatchObject({ ...inOrder.usage, seconds: expect.any(Number) as number })
      for (const { usage } of [inOrder, shuffled]) {
        expect(usage.requests).toBeLessThanOrEqual(of.bounds.calls)
        expect(usage.tool_calls).toBeLessThanOrEqual(of.bounds.tool_calls)
        expect(usage.completion_tokens).toBeLessThanOrEqual(of.bounds.tokens)
      }
    }),
    { numRuns: propertyRuns(500) },
  )
})
