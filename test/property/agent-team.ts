import fc from 'fast-check'
import type { AgentDefinition, AgentTool, Graph, Type } from '../../compiler/index.ts'
import type { ModelOutcome, ModelRequest } from '../../runtime/model/model-client.ts'
import { stableHash } from '../../runtime/values/stable-hash.ts'
import { agent, block, constant, graph, int, string, tool, value } from '../runtime/graph-builder.ts'
import { failure, reply, toolCalls } from '../runtime/mock-model.ts'
import type { AskedCall } from '../runtime/mock-model.ts'

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
      agent(name, {
        result,
        tools,
        max_turns: tools.length === 0 ? 1 : turns,
        repairs: result.kind === 'string' ? 0 : repairs,
      }),
    )

/** What a model answers, decided by the request alone: answers, nonsense, calls of every sort, failures. */
export function answerOfTeam(seed: number, request: ModelRequest): ModelOutcome {
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

const teamGraph = (team: readonly AgentDefinition[]): Graph =>
  graph({
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

/** A graph that calls a lead twice at the same time; the lead may call a clerk and an aide, each of them tools. */
export const agentTeam: fc.Arbitrary<Graph> = fc
  .tuple(agents('Lead', ['Clerk', 'Aide']), agents('Clerk', ['Aide']), agents('Aide', []))
  .map(teamGraph)
