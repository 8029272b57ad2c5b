import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { examineServer, probeNames } from '../../../runtime/doctor/index.ts'
import { completionBody } from '../../model-server/answer.ts'
import type { Answer, ChatRequest } from '../../model-server/index.ts'
import { completionEvents } from '../../model-server/stream.ts'

type Behaviour = (request: ChatRequest) => Extract<Answer, { kind: 'reply' | 'status' }>

/** A server with `/models` too. */
async function examine(models: unknown, behave: Behaviour, key: string | null = null) {
  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = []
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
    incoming.on('end', () => {
      if (incoming.url === '/v1/models') return response.end(JSON.stringify(models))
      const request = JSON.parse(Buffer.concat(chunks).toString()) as ChatRequest
      const answer = behave(request)
      if (answer.kind === 'status') return response.writeHead(answer.status).end(JSON.stringify(answer.body))
      if (request.stream !== true) return response.end(completionBody(answer, 'm'))
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      return response.end(completionEvents(answer, 'm').join(''))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`
  try {
    const examined = await examineServer({ model: 'm', baseUrl, key, timeoutSeconds: 20 }, new AbortController().signal)
    return { ...examined, verdicts: Object.fromEntries(examined.findings.map(({ name, verdict }) => [name, verdict])) }
  } finally {
    server.closeAllConnections()
    server.close()
  }
}

const refuse = (field: string): Answer & { kind: 'status' } => ({
  kind: 'status',
  status: 400,
  body: { error: { message: `'${field}' is not supported` } },
})

test('a server that can do everything', async () => {
  const { verdicts, settings } = await examine({ data: [{ id: 'm' }, { id: 'n' }] }, (request) => {
    if (request.structured_outputs !== undefined && 'grammar' in (request.structured_outputs as object)) return { kind: 'reply', content: 'xyzzy' }
    if (request.response_format !== undefined || request.structured_outputs !== undefined) return { kind: 'reply', content: '{"value": 7}' }
    if (request.tools !== undefined) return { kind: 'reply', content: null, toolCalls: [{ name: 'lookup', arguments: '{"word":"moon"}' }] }
    const choice = request.logprobs === true ? { token_ids: [1], logprobs: { content: [{ logprob: -1 }] } } : {}
    return { kind: 'reply', content: 'one two three four', reasoning: 'hm', choice }
  })
  expect(verdicts).toEqual({
    ...Object.fromEntries(probeNames.map((name) => [name, 'yes'])),
    sglang_grammar: 'no',
    llama_cpp_grammar: 'no',
  })
  expect(settings).toEqual({ server: 'vllm' })
})

test('a server that accepts what it then ignores can do little', async () => {
  const { verdicts, settings } = await examine({ data: [] }, () => ({ kind: 'reply', content: 'hello', usage: null }))
  expect(verdicts).toMatchObject({ models: 'no', answer: 'yes', usage: 'no', json_schema: 'no', vllm_grammar: 'no', tools: 'no', log_probabilities: 'no' })
  expect(settings).toEqual({ structured: 'prompt' })
})

test('a server that refuses what it does not know', async () => {
  const { verdicts } = await examine([], (request) => {
    for (const field of ['temperature', 'seed', 'response_format', 'structured_outputs', 'logprobs', 'return_token_ids', 'tools']) {
      if (request[field] !== undefined) return refuse(field)
    }
    return { kind: 'reply', content: 'ready' }
  })
  expect(verdicts).toMatchObject({
    models: 'unknown',
    temperature: 'no',
    seed: 'no',
    json_schema: 'no',
    structured_outputs: 'no',
    log_probabilities: 'no',
    tools: 'no',
  })
})

test('where nothing answers, nothing else is asked, and the key stands nowhere', async () => {
  const key = 'sk-very-secret-key'
  let asked = 0
  const { findings } = await examine(
    {},
    () => {
      asked += 1
      return { kind: 'status', status: 401, body: { error: { message: `the key ${key} is not known` } } }
    },
    key,
  )
  expect(findings.map(({ name, verdict }) => [name, verdict])).toEqual([
    ['models', 'unknown'],
    ['answer', 'no'],
  ])
  expect(JSON.stringify(findings)).not.toContain(key)
  expect(asked).toBe(1)
})

test('a probe that the server was too busy for leads to no advice', async () => {
  const { verdicts, settings } = await examine({ data: [] }, ({ response_format: format }) =>
    format === undefined ? { kind: 'reply', content: 'hello' } : { kind: 'status', status: 503, body: {} },
  )
  expect(verdicts.json_schema).toBe('unknown')
  expect(settings).toEqual({})
})
