import { expect, test } from 'vitest'
import { answerGenerically, startModelServer } from '../../model-server/index.ts'
import { folderWith, mas } from '../mas.ts'
import { writerScript } from '../writer-script.ts'

const environment = {
  OPENAI_API_KEY: 'sk-openai-key',
  EXAMPLE_KEY: 'sk-example-key',
  OPENAI_ORG_ID: 'org-of-mine',
  OPENAI_CUSTOM_HEADERS: 'Authorization: Bearer sk-header-key\nX-Gateway: sk-gateway-key',
}
const run = ['run', 'w.mas', '--input', 'topic=x']

/** A script and a configuration that came together, and a server that the configuration names. */
async function runWith(keyEnvironment: string | null, flags: (spec: string) => readonly string[] = () => []) {
  await using server = await startModelServer(answerGenerically)
  const spec = `openai:m@${server.baseUrl}`
  const model = keyEnvironment === null ? spec : { spec, keyEnvironment }
  using folder = folderWith({ 'w.mas': writerScript, 'mas.config.json': JSON.stringify({ models: { default: model } }) })
  const ended = await mas([...run, ...flags(spec)], { folder: folder.path, environment })
  return { ...ended, requests: server.requests }
}

test.each(['OPENAI_API_KEY', 'EXAMPLE_KEY'])('a found configuration may not send %s to a server', async (variable) => {
  const { exit, out, err, requests } = await runWith(variable)
  expect({ exit, out }).toEqual({ exit: 2, out: '' })
  expect(err).toMatch(/^mas: \S*mas\.config\.json: model "default": "keyEnvironment" .*: pass --config FILE if that key may be sent/)
  expect(requests).toEqual([])
})

test('a found configuration may name a server, which gets nothing of the environment', async () => {
  const { exit, requests } = await runWith(null)
  expect(exit).toBe(0)
  expect(requests[0]?.headers.authorization).toBe('Bearer none')
  expect(JSON.stringify(requests[0]?.headers)).not.toMatch(/sk-|org-of-mine/)
})

test.each([
  ['EXAMPLE_KEY', 'Bearer sk-example-key'],
  [null, 'Bearer sk-openai-key'],
])('a configuration named with --config may send a key: %s', async (variable, sent) => {
  const { exit, requests } = await runWith(variable, () => ['--config', 'mas.config.json'])
  expect(exit).toBe(0)
  expect(requests[0]?.headers.authorization).toBe(sent)
})

test('a model given with --model is sent the key, whatever was found', async () => {
  const { exit, requests } = await runWith('EXAMPLE_KEY', (spec) => ['--model', `default=${spec}`])
  expect(exit).toBe(0)
  expect(requests[0]?.headers.authorization).toBe('Bearer sk-openai-key')
})
