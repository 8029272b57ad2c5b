import { expect, test } from 'vitest'
import { agent, tool } from '../../../runtime/emitted/definition.ts'
import { types } from '../../../runtime/emitted/types.ts'
import { mockModel } from '../mock-model.ts'
import { endings, ok } from '../interpreter/start-run.ts'
import { A, look, startModule } from './start-module.ts'

test('arguments go by their names, whatever order they stand in; one that is left out is none', async () => {
  const parameters = { first: types.string, second: types.optional(types.string) }
  const Asks = agent<{ readonly first: string; readonly second?: string }, string>({ name: 'Asks', parameters, result: types.string })
  const model = mockModel((request) => JSON.stringify(request.agent.inputs.map(({ name, value }) => [name, value])))
  const started = startModule((at) => at.call('main/a', Asks, { first: 'x' }), { calls: [Asks] }, { models: new Map([['default', model]]) })
  expect(await started.outcome()).toEqual(ok('[["first","x"],["second",null]]'))
})

test('a result is validated against the type that is declared', async () => {
  const count = tool<object, number>({ name: 'count', parameters: {}, result: types.int, from: 'host:look', pure: true })
  const started = startModule((at) => at.use('main/n', count, {}), { calls: [count] })
  await started.answer('main/n', 'many')
  expect(await started.outcome()).toMatchObject({ kind: 'failed', node: 'main/n', code: 'invalid_tool_result' })
})

test('a call is aborted where an earlier step fails', async () => {
  const started = startModule((at) => {
    void at.call('main/a', A, { input: '' })
    void at.use('main/b', look, { input: '' })
    return at.call('main/c', A, { input: '' })
  })
  await started.fail('main/a')
  expect(started.aborted.toSorted()).toEqual(['main/b', 'main/c'])
  await started.outcome()
  expect(endings(await started.events())).toEqual({ 'main/a': 'failed', 'main/b': 'aborted', 'main/c': 'aborted' })
})

test('an agent that a module does not list is a bug', async () => {
  const started = startModule((at) => at.call('main/a', A, { input: '' }), { calls: [look] })
  await expect(started.result).rejects.toThrow('a module lists the agents that its workflows call')
})
