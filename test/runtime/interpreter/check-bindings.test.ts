import { expect, test } from 'vitest'
import { checkBindings, missingBindings } from '../../../runtime/interpreter/check-bindings.ts'
import type { ToolImplementation } from '../../../runtime/tools/tool-implementation.ts'
import { agent, block, constant, graph, tool } from '../graph-builder.ts'
import { mockModel } from '../mock-model.ts'

const of = graph({
  agents: [agent('A'), agent('B', { model: 'large' }), agent('C', { model: 'large' })],
  tools: [tool('look'), tool('write')],
  body: block([], constant('')),
})
const model = mockModel(() => '')
const nothing: ToolImplementation = { call: () => Promise.resolve({ kind: 'ok', value: null }) }

test('names slots and tools that nothing provides', () => {
  expect(missingBindings(of, new Map([['default', model]]), new Map([['host:look', nothing]]))).toEqual({
    slots: ['large'],
    tools: ['host:write'],
  })
})

test('is a failure where something is missing', () => {
  const models = new Map(['default', 'large'].map((slot) => [slot, model]))
  const tools = new Map(['host:look', 'host:write'].map((from) => [from, nothing]))
  expect(checkBindings(of, models, tools)).toBe(null)
  expect(checkBindings(of, models, new Map())).toMatchObject({
    code: 'unbound_tool',
    message: 'Nothing provides: host:look, host:write.',
  })
  expect(checkBindings(of, new Map(), tools)).toMatchObject({
    code: 'unbound_model',
    message: 'No model is bound to: default, large.',
  })
})
