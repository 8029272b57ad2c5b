import { afterAll, describe, expect, test } from 'vitest'
import { checkFile } from '../../../compiler/index.ts'
import { runWorkflow } from '../../../runtime/index.ts'
import type { ModelClient, ModelOutcome, ModelRequest } from '../../../runtime/index.ts'
import { createOpenAiClient, settingsOf } from '../../../runtime/model/index.ts'
import { openCheckpoint } from '../../../trainer/embedded/index.ts'
import { serveCheckpoint } from '../../../trainer/serving/index.ts'
import { exampleManifest } from '../embedded/checkpoint-folder.ts'
import { exampleRequest } from '../../runtime/model/example-request.ts'

const asked: ModelRequest[] = []
let outcome: ModelOutcome | null = null
const client: ModelClient = {
  description: 'fake',
  complete(request) {
    asked.push(request)
    if (outcome !== null) return Promise.resolve(outcome)
    return Promise.resolve({
      kind: 'reply',
      reply: { content: '42', toolCalls: [], finish: 'stop', usage: { promptTokens: 3, completionTokens: 2 } },
    })
  },
}
const server = await serveCheckpoint({ client, manifest: exampleManifest(), port: 0 })
afterAll(() => server.close())

const post = (body: string, path = '/chat/completions') => fetch(`${server.baseUrl}${path}`, { method: 'POST', body })

async function refusal(response: Promise<Response>): Promise<readonly [number, string]> {
  const got = await response
  const { error } = (await got.json()) as { error: { message: string } }
  return [got.status, error.message]
}

describe('what cannot be answered has a status and a reason', () => {
  const messages = [{ role: 'user', content: '1' }]

  test.each([
    ['not JSON', '{', 400, 'the body is not valid JSON'],
    ['no messages', '{"model":"digits"}', 400, "body must have required property 'messages'"],
    ['a model that is not there', JSON.stringify({ model: 'gpt', messages }), 404, 'there is no model "gpt"; there is "digits"'],
    ['tools', JSON.stringify({ model: 'digits', messages, tools: [{}] }), 400, 'digits calls no tools'],
    ['too much', ' '.repeat(1024 * 1024 + 1), 413, 'a request has at most 1048576 bytes'],
  ])('%s', async (_, body, status, message) => {
    expect(await refusal(post(body))).toEqual([status, message])
  })

  test('another path, another method', async () => {
    expect(await refusal(post('', '/completions'))).toEqual([404, 'there is /v1/models and /v1/chat/completions'])
    expect(await refusal(fetch(`${server.baseUrl}/chat/completions`))).toEqual([405, 'a chat completion is asked for with POST'])
  })

  test('a limit of null is none', async () => {
    const { status } = await post(JSON.stringify({ model: 'digits', messages, max_tokens: null, max_completion_tokens: null }))
    expect([status, asked.at(-1)?.sampling.maximumTokens]).toEqual([200, 1024])
  })

  test('a prompt that is too long is a context overflow to the client', async () => {
    outcome = { kind: 'failure', code: 'context_overflow', message: 'too long', transient: false, reachedModel: false, retryAfter: null }
    const asking = createOpenAiClient({ model: 'digits', baseUrl: server.baseUrl, key: null, timeoutSeconds: 20 })
    const request = exampleRequest({ messages: [{ role: 'user', content: '1' }] })
    expect(await asking.complete(request, new AbortController().signal)).toMatchObject({ code: 'context_overflow' })
    outcome = null
  })
})

test('it lists its model', async () => {
  expect(await (await fetch(`${server.baseUrl}/models`)).json()).toMatchObject({ data: [{ id: 'digits' }] })
})

test.each([false, true])('the runtime’s own client reads its answers (stream: %s)', async (stream) => {
  const settings = { ...settingsOf('plain'), stream }
  const asking = createOpenAiClient({ model: 'digits', baseUrl: server.baseUrl, key: null, timeoutSeconds: 20, settings })
  const request = exampleRequest({ messages: [{ role: 'user', content: 'expression:\n6*7' }] })
  expect(await asking.complete(request, new AbortController().signal)).toEqual({
    kind: 'reply',
    reply: { content: '42', toolCalls: [], finish: 'stop', usage: { promptTokens: 3, completionTokens: 2 } },
  })
  expect(asked.at(-1)).toMatchObject({ agent: { role: 'answer', inputs: [{ value: '6*7' }] }, sampling: { seed: 7, maximumTokens: 100 } })
})

test('law: a script over the served checkpoint makes the same calls and ends the same as over the checkpoint itself', async () => {
  const opened = await openCheckpoint('arithmetic')
  if (opened.kind === 'error') throw new Error(opened.message)
  await using served = {
    ...(await serveCheckpoint({ ...opened, port: 0 })),
    async [Symbol.asyncDispose]() {
      await this.close()
    },
  }
  const remote = createOpenAiClient({ model: 'arithmetic', baseUrl: served.baseUrl, key: null, timeoutSeconds: 60 })
  const workflows = checkFile('examples/arithmetic.mas').workflows
  for (const name of ['direct', 'voted', 'main']) {
    const compiled = workflows.find((workflow) => workflow.name === name)?.compiled
    if (compiled?.kind !== 'graph') throw new Error(`${name} has no graph`)
    const [here, there] = await Promise.all(
      [opened.client, remote].map(async (model) => {
        const options = { graph: compiled.graph, inputs: { expression: '(3+5)*2-7' }, seed: 5 }
        const { outcome: ended, usage } = await runWorkflow({ ...options, models: new Map([['default', model]]) }).result
        return { ended, usage: { ...usage, seconds: 0 } }
      }),
    )
    expect(there).toEqual(here)
  }
})
