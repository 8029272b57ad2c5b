import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { startModelServer } from '../../model-server/index.ts'
import { startOtlpReceiver } from '../../runtime/otlp/receiver.ts'
import { folderWith, masHere } from '../mas.ts'

const script = 'agent Writer(topic: string) -> string\nworkflow main(topic: string) -> string { return Writer(topic) }\n'

async function run(...words: readonly string[]) {
  await using server = await startModelServer(() => ({ kind: 'reply', content: 'a very private poem' }))
  using folder = folderWith({ 'a.mas': script })
  return await masHere(['run', 'a.mas', '--input', 'topic=secret topic', '--model', `default=openai:m@${server.baseUrl}`, ...words], folder.path)
}

test('a run goes to a receiver as spans, without contents', async () => {
  await using receiver = await startOtlpReceiver()
  expect(await run('--otlp', receiver.url)).toMatchObject({ exit: 0, out: 'a very private poem\n' })
  expect(receiver.spans.map(({ name }) => name).sort()).toEqual(['chat m', 'invoke_agent Writer', 'invoke_workflow main'])
  const byName = new Map(receiver.spans.map((span) => [span.name, span]))
  expect(byName.get('chat m')?.parentSpanId).toBe(byName.get('invoke_agent Writer')?.spanId)
  expect(byName.get('invoke_agent Writer')?.parentSpanId).toBe(byName.get('invoke_workflow main')?.spanId)
  expect(JSON.stringify(receiver.spans)).not.toMatch(/poem|secret/)
})

test('contents go there where they are asked for', async () => {
  await using receiver = await startOtlpReceiver()
  await run('--otlp', receiver.url, '--otlp-contents')
  expect(JSON.stringify(receiver.spans)).toMatch(/very private poem.*secret topic|secret topic.*very private poem/s)
})

test('a receiver that is away costs no result, and is told', async () => {
  await using receiver = await startOtlpReceiver(400)
  const { exit, out, err } = await run('--otlp', receiver.url)
  expect([exit, out]).toEqual([0, 'a very private poem\n'])
  expect(err).toContain('3 spans did not reach')
})

test('what is no address is told before anything runs', async () => {
  expect(await run('--otlp', 'localhost')).toEqual({
    exit: 2,
    out: '',
    err: 'mas: --otlp "localhost" is no address; write it as in http://localhost:4318/v1/traces\n',
  })
})

test('a command that is refused for its receiver leaves no trace begun', async () => {
  using folder = folderWith({ 'a.mas': script })
  const model = ['--model', 'default=openai:m@http://localhost:1']
  const refused = await masHere(['run', 'a.mas', '--input', 'topic=x', ...model, '--trace', 't.jsonl', '--otlp', 'localhost'], folder.path)
  expect(refused).toMatchObject({ exit: 2 })
  expect(readdirSync(folder.path)).toEqual(['a.mas'])
})
