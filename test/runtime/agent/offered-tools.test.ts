import { expect, test } from 'vitest'
import type { AgentTool } from '../../../compiler/index.ts'
import { callableTools, definitionOf } from '../../../runtime/agent/offered-tools.ts'
import { agent, block, constant, graph, int, optional, string, tool } from '../graph-builder.ts'

const toolOf = (name: string): AgentTool => ({ kind: 'tool', tool: name })
const agentOf = (name: string): AgentTool => ({ kind: 'agent', agent: name })

const lead = agent('Lead', { tools: [toolOf('look'), agentOf('Researcher'), agentOf('Clerk'), toolOf('file')] })
const of = graph({
  agents: [
    lead,
    agent('Researcher', {
      documentation: 'Looks things up.',
      tools: [toolOf('look')],
      parameters: [
        { name: 'question', type: string },
        { name: 'depth', type: optional(int) },
      ],
    }),
    agent('Clerk', { tools: [agentOf('Assistant'), toolOf('look')] }),
    agent('Assistant', { tools: [toolOf('file')] }),
  ],
  tools: [tool('look', { documentation: 'Looks.' }), tool('file', { pure: false })],
  body: block([], constant('')),
})

test('offers tools and agents with their parameters', () => {
  expect(callableTools(of, lead).get('Researcher')?.offer).toEqual({
    name: 'Researcher',
    description: 'Looks things up.',
    parameters: {
      type: 'object',
      properties: { question: { type: 'string' }, depth: { anyOf: [{ type: 'integer' }, { type: 'null' }] } },
      required: ['question', 'depth'],
      additionalProperties: false,
    },
  })
  expect([...callableTools(of, lead).values()].map(({ offer }) => [offer.name, offer.description])).toEqual([
    ['look', 'Looks.'],
    ['Researcher', 'Looks things up.'],
    ['Clerk', ''],
    ['file', ''],
  ])
})

test('an agent is pure where everything it reaches is', () => {
  expect([...callableTools(of, lead)].map(([name, { pure }]) => [name, pure])).toEqual([
    ['look', true],
    ['Researcher', true],
    ['Clerk', false],
    ['file', false],
  ])
})

test('a definition that is missing is a bug, whatever it is called', () => {
  expect(() => definitionOf(of.tools, 'constructor')).toThrow('constructor')
})
