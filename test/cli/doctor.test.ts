import { expect, test } from 'vitest'
import { startModelServer } from '../model-server/index.ts'
import { masHere, projectFolder } from './mas.ts'

test.each([
  [['embedded:arithmetic'], '"embedded:arithmetic" has no server to ask: only openai: has one'],
  [['openai:m'], 'the environment variable OPENAI_API_KEY is not set: put the key for openai:m there'],
  [['openai:m@http://h/v1', '--key-environment', 'NOT_SET'], 'the environment variable NOT_SET is not set: put the key for openai:m@http://h/v1 there'],
])('mas doctor %j', async (words, message) => {
  expect(await masHere(['doctor', ...words], projectFolder)).toEqual({ exit: 2, out: '', err: `mas: ${message}\n` })
})

test('mas doctor shows what a server can do, and what to write of it', async () => {
  await using server = await startModelServer(() => ({ kind: 'reply', content: 'ready' }))
  const { exit, out, err } = await masHere(['doctor', `openai:m@${server.baseUrl}`], projectFolder)
  expect([exit, err]).toEqual([0, ''])
  expect(out).toContain('answer             yes  "ready"\n')
  expect(out).toContain('json_schema        no   it refuses or ignores the schema\n')
  expect(out).toContain('"structured": "prompt"')
})

test('--json is one documented value', async () => {
  await using server = await startModelServer(() => ({ kind: 'status', status: 500, body: { error: { message: 'broken' } } }))
  const { exit, out } = await masHere(['doctor', `openai:m@${server.baseUrl}`, '--json'], projectFolder)
  expect(exit).toBe(3)
  expect(JSON.parse(out)).toEqual({
    version: 1,
    spec: `openai:m@${server.baseUrl}`,
    findings: [
      { name: 'models', verdict: 'unknown', detail: `${server.baseUrl}/models gives no list (status 404)` },
      { name: 'answer', verdict: 'unknown', detail: 'the server failed (status 500): broken' },
    ],
    configuration: { models: { default: { spec: `openai:m@${server.baseUrl}` } } },
  })
})
