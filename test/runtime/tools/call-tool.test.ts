import { expect, test } from 'vitest'
import { callTool } from '../../../runtime/tools/call-tool.ts'
import { callSetup } from '../agent/call-setup.ts'
import { list, int, tool } from '../graph-builder.ts'
import { mockModel } from '../mock-model.ts'

const { signal } = new AbortController()
const look = tool('look', { result: list(int, 2) })

function setup(answers: Parameters<typeof callSetup>[0]['answers'] = {}) {
  const { context, events, usage } = callSetup({ agents: [], tools: [look], answers, model: mockModel(() => '') })
  return { call: (of = signal) => callTool(context, look, { input: 'a' }, 'main/look', of), events, usage }
}

test('gives the validated result and tells of it', async () => {
  const { call, events, usage } = setup({ look: () => ({ kind: 'ok', value: [1, 2] }) })
  expect(await call()).toEqual({ kind: 'ok', value: [1, 2] })
  expect(events).toEqual([
    { kind: 'tool_started', node: 'main/look', tool: 'look', arguments: { input: 'a' } },
    { kind: 'tool_finished', node: 'main/look', tool: 'look', outcome: { kind: 'ok', value: [1, 2] } },
  ])
  expect(usage().tool_calls).toBe(1)
})

test.each([
  ['tool_failed', { kind: 'failed', message: 'no' }],
  ['invalid_tool_result', { kind: 'ok', value: [1, 2, 3] }],
  ['invalid_tool_result', { kind: 'ok', value: undefined }],
] as const)('fails with %s after %j', async (code, outcome) => {
  const { call, events } = setup({ look: () => outcome })
  expect(await call()).toMatchObject({ kind: 'failed', failure: { code } })
  expect(events.at(-1)).toMatchObject({ kind: 'tool_finished', outcome: { kind: 'failed', code } })
})

test('a tool may do with its arguments what it likes', async () => {
  const { call, events } = setup({
    look: (inputs) => {
      Object.assign(inputs, { input: 'changed' })
      return { kind: 'ok', value: [] }
    },
  })
  await call()
  expect(events[0]).toMatchObject({ arguments: { input: 'a' } })
})

test('what is thrown is a failure, without its stack', async () => {
  const thrower = (error: unknown) => () => Promise.reject(error instanceof Error ? error : (error as Error))
  expect(await setup({ look: thrower(new Error('no')) }).call()).toMatchObject({
    failure: { code: 'tool_failed', message: 'no' },
  })
  expect(await setup({ look: thrower('text') }).call()).toMatchObject({
    failure: { message: 'The tool threw something that is no error.' },
  })
})

test('a tool that nothing provides is a failure', async () => {
  const { call, usage } = setup()
  expect(await call()).toMatchObject({ failure: { code: 'unbound_tool', message: 'Nothing provides the tool host:look.' } })
  expect(usage().tool_calls).toBe(0)
})

test('an abort does not wait for the tool', async () => {
  const controller = new AbortController()
  const result = setup({ look: () => new Promise(() => undefined) }).call(controller.signal)
  controller.abort()
  expect(await result).toEqual({ kind: 'aborted' })
})
