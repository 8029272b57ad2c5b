import { describe, expect, test } from 'vitest'
import { agent, definitionTable, tool } from '../../../runtime/emitted/definition.ts'
import { types } from '../../../runtime/emitted/types.ts'
import { element } from '../../../runtime/emitted/values.ts'
import { Failure } from '../../../runtime/values/failure.ts'

const asked = { parameters: { task: types.string }, result: types.string }
const search = tool<{ readonly task: string }, string>({ name: 'search', ...asked, from: 'host:search', pure: true })

describe('agent', () => {
  test('what is left out is as in the language', () => {
    expect(agent({ name: 'A', ...asked }).definition).toEqual({
      name: 'A',
      documentation: null,
      parameters: [{ name: 'task', type: { kind: 'string' } }],
      result: { kind: 'string' },
      role: null,
      prompt: null,
      model: 'default',
      policy: 'executor',
      temperature: null,
      top_p: null,
      max_tokens: 1024,
      max_turns: 1,
      repairs: 0,
      timeout: null,
    })
  })

  test('with tools it has turns, with a result that is no text a repair', () => {
    const { definition } = agent({ name: 'A', parameters: {}, result: types.int, tools: [search] })
    expect([definition.max_turns, definition.repairs]).toEqual([4, 1])
  })

  test('its texts are filled from the arguments, and may come to nothing', () => {
    const role = agent<{ readonly task: string }, string>({ name: 'A', ...asked, role: 'Be kind.', prompt: ({ task }) => `${task}!` })
    const inputs = ['x']
    expect([role.definition.role, role.definition.prompt].map((text) => (typeof text === 'function' ? text(inputs) : text))).toEqual(['Be kind.', 'x!'])
    const failing = agent<{ readonly task: string }, string>({ name: 'A', ...asked, prompt: () => element<string>([], 0) })
    expect(typeof failing.definition.prompt === 'function' ? failing.definition.prompt(inputs) : null).toBeInstanceOf(Failure)
  })
})

test('a table holds what calls can reach, each under an id of its own', () => {
  const helper = agent({ name: 'Helper', ...asked, tools: [search] })
  const other = agent({ name: 'Helper', ...asked, model: 'large' })
  const lead = agent({ name: 'Lead', ...asked, tools: [helper, search] })
  const table = definitionTable([lead, other, lead])
  expect(table.ids.size).toBe(4)
  expect(new Set(table.ids.values()).size).toBe(4)
  expect(Object.keys(table.agents).length).toBe(3)
  expect(Object.keys(table.tools)).toEqual([table.ids.get(search)])
  expect(table.agents[table.ids.get(lead) ?? '']?.tools).toEqual([
    { kind: 'agent', agent: table.ids.get(helper) },
    { kind: 'tool', tool: table.ids.get(search) },
  ])
})
