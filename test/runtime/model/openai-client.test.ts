import { describe, expect, test } from 'vitest'
import { createOpenAiClient } from '../../../runtime/model/openai-client.ts'
import type { OpenAiClientOptions } from '../../../runtime/model/openai-client.ts'
import type { ModelOutcome, ModelRequest } from '../../../runtime/model/model-client.ts'
import { answerGenerically, startModelServer } from '../../model-server/index.ts'
import type { Answer, AnswerRequest, ModelServer } from '../../model-server/index.ts'
import { exampleRequest } from './example-request.ts'

const KEY = 'sk-very-secret-key'

async function ask(
  answer: AnswerRequest | Answer,
  changes: {
    readonly request?: Partial<ModelRequest>
    readonly options?: Partial<OpenAiClientOptions>
    readonly signal?: AbortSignal
  } = {},
): Promise<{ readonly outcome: ModelOutcome; readonly server: ModelServer }> {
  await using server = await startModelServer(typeof answer === 'function' ? answer : () => answer)
  const client = createOpenAiClient({ model: 'm', baseUrl: server.baseUrl, key: KEY, timeoutSeconds: 20, ...changes.options })
  const outcome = await client.complete(exampleRequest(changes.request), changes.signal ?? new AbortController().signal)
  return { outcome, server }
}

const failure = async (...parameters: Parameters<typeof ask>) => {
  const { outcome } = await ask(...parameters)
  if (outcome.kind !== 'failure') throw new Error(`expected a failure, got ${JSON.stringify(outcome)}`)
  return outcome
}

const reply = async (...parameters: Parameters<typeof ask>) => {
  const { outcome } = await ask(...parameters)
  if (outcome.kind !== 'reply') throw new Error(`expected a reply, got ${JSON.stringify(outcome)}`)
  return outcome.reply
}

describe('a request on the wire', () => {
  test('leaves out what the agent leaves unset', async () => {
    const { server } = await ask({ kind: 'reply', content: 'hello' })
    expect(server.requests[0]?.body).toEqual({
      model: 'm',
      messages: [
        { role: 'system', content: 'You write.' },
        { role: 'user', content: 'Write a line.' },
      ],
      max_tokens: 100,
      seed: 7,
    })
    expect(server.requests[0]?.headers.authorization).toBe(`Bearer ${KEY}`)
  })

  test('carries sampling, the schema and the tools', async () => {
    const schema = {
      type: 'object',
      properties: { value: { type: 'integer' } },
      required: ['value'],
      additionalProperties: false,
    }
    const parameters = { type: 'object', properties: {} }
    const { server } = await ask(answerGenerically, {
      request: {
        sampling: { temperature: 0, topP: 0.5, maximumTokens: 9, seed: 0 },
        output: { kind: 'json', schema, wrapped: true },
        tools: [{ name: 'search', description: 'Finds things.', parameters }],
      },
    })
    expect(server.requests[0]?.body).toMatchObject({
      temperature: 0,
      top_p: 0.5,
      max_tokens: 9,
      seed: 0,
      response_format: { type: 'json_schema', json_schema: { name: 'Writer', schema, strict: true } },
      tools: [{ type: 'function', function: { name: 'search', description: 'Finds things.', parameters } }],
    })
  })

  test('repeats tool calls and their results', async () => {
    const { server } = await ask(answerGenerically, {
      request: {
        messages: [
          { role: 'user', content: 'q' },
          { role: 'assistant', content: '', toolCalls: [{ id: 'a', name: 'search', arguments: '{}' }] },
          { role: 'tool', toolCallId: 'a', content: 'found' },
        ],
      },
    })
    expect(server.requests[0]?.body.messages.slice(1)).toEqual([
      {
        role: 'assistant',
        content: null,
        tool_calls: [{ id: 'a', type: 'function', function: { name: 'search', arguments: '{}' } }],
      },
      { role: 'tool', tool_call_id: 'a', content: 'found' },
    ])
  })
})

describe('a reply', () => {
  test('has text and usage', async () => {
    expect(await reply({ kind: 'reply', content: 'hello', usage: { prompt_tokens: 3, completion_tokens: 2 } })).toEqual({
      content: 'hello',
      toolCalls: [],
      finish: 'stop',
      usage: { promptTokens: 3, completionTokens: 2 },
    })
  })

  test('without usage has an estimate of its completion tokens', async () => {
    expect((await reply({ kind: 'reply', content: '12345678', usage: null })).usage).toEqual({
      promptTokens: 0,
      completionTokens: 2,
    })
  })

  test.each([
    ['length', 'length'],
    ['content_filter', 'refusal'],
    ['stop', 'stop'],
    ['eos', 'stop'],
  ])('finished by %s is %s', async (finish, expected) => {
    expect((await reply({ kind: 'reply', content: 'x', finish })).finish).toBe(expected)
  })

  test('that refuses says so', async () => {
    expect(await reply({ kind: 'reply', content: null, refusal: 'I will not.' })).toMatchObject({
      finish: 'refusal',
      content: 'I will not.',
    })
  })

  test('with tool calls is recognised whatever the finish reason says', async () => {
    const toolCalls = [{ id: 'c', name: 'search', arguments: '{"q":1}' }]
    expect(await reply({ kind: 'reply', content: null, toolCalls, finish: 'stop' })).toMatchObject({
      content: '',
      finish: 'tool_calls',
      toolCalls,
    })
  })

  test('is read where servers differ: arguments as an object, no id, content in parts', async () => {
    const message = {
      content: [
        { type: 'text', text: 'a' },
        { type: 'text', text: 'b' },
      ],
      tool_calls: [{ function: { name: 'f', arguments: { x: 1 } } }],
    }
    expect(
      await reply({
        kind: 'raw',
        body: JSON.stringify({ choices: [{ message, finish_reason: 'tool_calls' }] }),
        contentType: 'text/plain',
      }),
    ).toMatchObject({ content: 'ab', toolCalls: [{ id: 'call_1', name: 'f', arguments: '{"x":1}' }] })
  })
})

describe('a failure', () => {
  const status = (code: number, error?: unknown, headers?: Readonly<Record<string, string>>): Answer => ({
    kind: 'status',
    status: code,
    body: { error },
    ...(headers === undefined ? {} : { headers }),
  })

  test.each([
    ['rate limit', status(429, { message: 'slow down' }), 'rate_limited', true, false],
    ['used up quota', status(429, { message: 'pay', code: 'insufficient_quota' }), 'rejected', false, false],
    ['server error', status(500, { message: 'oops' }), 'unavailable', true, true],
    ['overload', status(503, { message: 'busy' }), 'unavailable', true, false],
    ['gateway time-out', status(504), 'unavailable', true, true],
    ['bad request', status(400, { message: 'bad' }), 'rejected', false, false],
    ['bad key', status(401, { message: 'no key' }), 'rejected', false, false],
    ['forbidden', status(403, { message: 'no' }), 'rejected', false, false],
    ['missing model', status(404, { message: 'no such model' }), 'rejected', false, false],
    ['redirect', status(308, undefined, { location: 'http://127.0.0.1:1/v1' }), 'rejected', false, false],
    ['context by code', status(400, { message: 'too long', code: 'context_length_exceeded' }), 'context_overflow', false, false],
    [
      'context by message',
      { kind: 'status', status: 400, body: { object: 'error', message: "This model's maximum context length is 10" } },
      'context_overflow',
      false,
      false,
    ],
    ['cut connection', { kind: 'cut' }, 'connection', true, true],
    ['connection cut in the body', { kind: 'cut', body: true }, 'connection', true, true],
    ['malformed JSON', { kind: 'raw', body: '{"choices":[' }, 'bad_reply', true, true],
    ['no choices', { kind: 'raw', body: '{"choices":[]}' }, 'bad_reply', true, true],
    ['JSON that is no object', { kind: 'raw', body: '"hello"' }, 'bad_reply', true, true],
    ['empty body', { kind: 'raw', body: '' }, 'bad_reply', true, true],
    ['no content', { kind: 'status', status: 204 }, 'bad_reply', true, true],
    ['web page', { kind: 'raw', body: '<html></html>', contentType: 'text/html' }, 'bad_reply', false, false],
    ['error with a good status', { kind: 'raw', body: '{"error":{"code":429,"message":"later"}}' }, 'rate_limited', true, false],
  ] satisfies readonly (readonly [string, Answer, string, boolean, boolean])[])(
    'by %s',
    async (_, answer, code, transient, reachedModel) => {
      expect(await failure(answer)).toMatchObject({ code, transient, reachedModel })
    },
  )

  test.each([
    [{ 'retry-after': '2' }, 2],
    [{ 'retry-after-ms': '1500', 'retry-after': '9' }, 1.5],
    [{ 'retry-after': 'soon' }, null],
    [{ 'retry-after': 'Wed, 21 Oct 2015 07:28:00 GMT' }, 0],
    [{}, null],
  ])('with %j asks to wait %s seconds', async (headers, expected) => {
    expect((await failure(status(429, { message: 'slow down' }, headers))).retryAfter).toBe(expected)
  })

  test.each([
    [{ error: { message: 'nested' } }, 'nested'],
    [{ error: 'plain' }, 'plain'],
    [{ message: 'flat' }, 'flat'],
    [{ detail: 'one' }, 'one'],
    [{ detail: [{ msg: 'field' }] }, '"msg":"field"'],
  ])('tells what the server says: %j', async (body, said) => {
    expect((await failure({ kind: 'status', status: 422, body })).message).toContain(said)
  })

  test('by time-out, before and after the headers', async () => {
    for (const answer of [{ kind: 'hang' }, { kind: 'hang', headers: true }] as const) {
      expect(await failure(answer, { options: { timeoutSeconds: 0.2 } })).toMatchObject({
        code: 'timeout',
        transient: true,
        reachedModel: true,
      })
    }
  })

  test('by nobody listening', async () => {
    const gone = await startModelServer(answerGenerically)
    await gone.close()
    expect(await failure(answerGenerically, { options: { baseUrl: gone.baseUrl } })).toMatchObject({
      code: 'connection',
      transient: true,
      reachedModel: false,
      message: `cannot connect to ${gone.baseUrl} (ECONNREFUSED)`,
    })
  })

  test('by an answer beyond the limit', async () => {
    expect(await failure({ kind: 'huge', bytes: 5000 }, { options: { bodyLimit: 4000 } })).toMatchObject({
      code: 'bad_reply',
      transient: false,
      reachedModel: true,
    })
  })

  test('by cancelling, before and while waiting', async () => {
    expect(await failure(answerGenerically, { signal: AbortSignal.abort() })).toMatchObject({
      code: 'cancelled',
      transient: false,
      reachedModel: false,
    })
    const controller = new AbortController()
    const hangs: AnswerRequest = () => {
      controller.abort()
      return { kind: 'hang' }
    }
    expect(await failure(hangs, { signal: controller.signal })).toMatchObject({
      code: 'cancelled',
      transient: false,
      reachedModel: true,
    })
  })

  test('never shows the key', async () => {
    const { message } = await failure(status(401, { message: `Incorrect API key provided: ${KEY}.` }))
    expect(message).toBe('the server does not accept the key (status 401): Incorrect API key provided: [key].')
  })
})

test('the description holds the address and no key', () => {
  const options = { model: 'qwen3:8b', key: KEY, timeoutSeconds: 1 }
  expect(createOpenAiClient({ ...options, baseUrl: 'http://localhost:1/v1' }).description).toBe(
    'openai:qwen3:8b@http://localhost:1/v1',
  )
  expect(createOpenAiClient({ ...options, baseUrl: null }).description).toBe('openai:qwen3:8b')
})

test('many requests over one signal leave no listeners behind', async () => {
  const warnings: Error[] = []
  const note = (warning: Error) => void warnings.push(warning)
  process.on('warning', note)
  await using server = await startModelServer(answerGenerically)
  const client = createOpenAiClient({ model: 'm', baseUrl: server.baseUrl, key: null, timeoutSeconds: 20 })
  const { signal } = new AbortController()
  await Promise.all(Array.from({ length: 30 }, () => client.complete(exampleRequest(), signal)))
  await new Promise(setImmediate)
  process.off('warning', note)
  expect(warnings).toEqual([])
  expect(server.requests).toHaveLength(30)
})
