import { expect, test } from 'vitest'
import { definitionNames } from '../../../compiler/emit/definition-names.ts'
import { Identifiers } from '../../../compiler/emit/identifiers.ts'
import { agent, block, constant, graph, tool } from '../../runtime/graph-builder.ts'

const look = tool('look')
const helper = agent('Helper', { tools: [{ kind: 'tool', tool: 'look' }] })
const lead = agent('Lead', { tools: [{ kind: 'agent', agent: 'Helper' }] })
const body = block([], constant(''))

test('each stands behind what it names, once for all graphs', () => {
  const [first, second] = [graph({ agents: [lead, helper], tools: [look], body }), graph({ agents: [helper], tools: [look], body })]
  const { constants, ofGraph } = definitionNames([first, second], new Identifiers())
  expect(constants.map(({ identifier }) => identifier)).toEqual(['look', 'Helper', 'Lead'])
  expect(constants.map((one) => (one.kind === 'agent' ? one.tools : null))).toEqual([null, ['look'], ['Helper']])
  expect([ofGraph(first).agents.get('Helper'), ofGraph(second).agents.get('Helper')]).toEqual(['Helper', 'Helper'])
})

test('of two that differ under one name, one has another', () => {
  const graphs = [graph({ agents: [agent('A')], body }), graph({ agents: [agent('A', { model: 'large' })], body })]
  const { constants, ofGraph } = definitionNames(graphs, new Identifiers())
  expect(constants.map(({ identifier }) => identifier)).toEqual(['A', 'A2'])
  expect(graphs.map((one) => ofGraph(one).agents.get('A'))).toEqual(['A', 'A2'])
})
