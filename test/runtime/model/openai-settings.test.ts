import { describe, expect, test } from 'vitest'
import { createOpenAiClient, settingsOf } from '../../../runtime/model/index.ts'
import type { ModelOutcome, ModelReply, ModelRequest, ServerSettings } from '../../../runtime/model/index.ts'
import { startModelServer } from '../../model-server/index.ts'
import type { Answer, AnswerRequest, ChatRequest } from '../../model-server/index.ts'
import { exampleRequest } from './example-request.ts'

interface Asked {
  readonly outcome: ModelOutcome
  readonly bodies: readonly ChatRequest[]
  readonly heard: readonly string[]
}

async function ask(
  answer: AnswerRequest | Answer,
  settings: Partial<ServerSettings>,
  request: Partial<ModelRequest> = {},
  times = 1,
): Promise<Asked> {
  await using server = await startModelServer(typeof answer === 'function' ? answer : () => answer)
  const whole = { ...settingsOf(settings.kind ?? 'plain'), ...settings }
  const client = createOpenAiClient({ model: 'm', baseUrl: server.baseUrl, key: null, timeoutSeconds: 20, settings: whole })
  const heard: string[] = []
  let outcome: ModelOutcome | null = null
  for (let time = 0; time < times; time += 1) {
    outcome = await client.complete(exampleRequest(request), new AbortController().signal, (text) => heard.push(text))
  }
  if (outcome === null) throw new Error('not asked')
  return { outcome, bodies: server.requests.map(({ body }) => body), heard }
}

function replyOf({ outcome }: Asked): ModelReply {
  if (outcome.kind !== 'reply') throw new Error(`expected a reply, got ${JSON.stringify(outcome)}`)
  return outcome.reply
}

const schema = { type: 'object', properties: { value: { type: 'integer' } }, required: ['value'], additionalProperties: false }
const json = { output: { kind: 'json', schema, wrapped: true } } as const
const hello: Answer = { kind: 'reply', content: 'hello' }

describe('a structured result is asked for', () => {
  test.each([
    ['json_schema', { response_format: { type: 'json_schema', json_schema: { name: 'Writer', schema, strict: true } } }, false],
    ['structured_outputs', { structured_outputs: { json: schema } }, false],
    ['json_object', { response_format: { type: 'json_object' } }, true],
    ['prompt', {}, true],
  ] as const)('as %s', async (structured, fields, inPrompt) => {
    const { bodies } = await ask(hello, { structured }, json)
    const { messages, ...body } = bodies[0] ?? { messages: [] }
    expect(body).toEqual({ model: 'm', max_tokens: 100, seed: 7, ...fields })
    expect(messages[0]?.content?.includes(JSON.stringify(schema))).toBe(inPrompt)
  })
})

test.each([
  ['vllm', { structured_outputs: { grammar: 'root ::= "a"' } }],
  ['sglang', { ebnf: 'root ::= "a"' }],
  ['llama.cpp', { grammar: 'root ::= "a"' }],
  ['plain', {}],
] as const)('a grammar goes to %s in its own field', async (kind, fields) => {
  const { bodies } = await ask(hello, { kind }, { output: { kind: 'grammar', gbnf: 'root ::= "a"' } })
  expect({ ...bodies[0], messages: [] }).toEqual({ model: 'm', messages: [], max_tokens: 100, seed: 7, ...fields })
})

describe('what a server refuses is left out, noted, and not sent again', () => {
  const refuse = (message: string): Answer => ({ kind: 'status', status: 400, body: { error: { message } } })

  test('temperature, and the other name of the token limit, one after the other', async () => {
    const asked = await ask(
      ({ temperature, max_tokens: limit }) => {
        if (limit !== undefined) return refuse("'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.")
        if (temperature !== undefined) return refuse("'temperature' does not support 0.2 with this model.")
        return hello
      },
      {},
      { sampling: { temperature: 0.2, topP: null, maximumTokens: 9, seed: 1 } },
      2,
    )
    expect(asked.bodies).toHaveLength(4)
    expect(asked.bodies.at(-1)).toMatchObject({ max_completion_tokens: 9, seed: 1 })
    expect(asked.bodies.at(-1)).not.toHaveProperty('temperature')
    expect(replyOf(asked).notes).toEqual(['temperature was left out: the model does not take it'])
    expect(asked.outcome.tries).toBeUndefined()
  })

  test('the tries are counted, those that were refused as no request', async () => {
    const asked = await ask(({ seed }) => (seed === undefined ? hello : refuse('Unrecognized request argument supplied: seed')), {})
    expect(asked.outcome).toMatchObject({ kind: 'reply', tries: { attempts: 2, requests: 1 } })
  })

  test('a schema, which then stands in the prompt', async () => {
    const asked = await ask(
      ({ response_format: format }) => (format === undefined ? hello : refuse("'response_format' is not supported")),
      {},
      json,
    )
    expect(asked.bodies[1]?.messages[0]?.content).toContain(JSON.stringify(schema))
    expect(replyOf(asked).notes).toEqual(['the schema of the result was written into the prompt: the server takes none'])
  })

  test('a server that takes neither name of the token limit is asked with each of them once', async () => {
    const asked = await ask(() => refuse("'max_tokens' is not supported"), {})
    expect(asked.outcome).toMatchObject({ kind: 'failure', code: 'rejected', tries: { attempts: 2, requests: 0 } })
  })

  test('a grammar that vLLM’s field would hold', async () => {
    const asked = await ask(
      ({ structured_outputs: outputs }) => (outputs === undefined ? hello : refuse("'structured_outputs' is not supported")),
      { kind: 'vllm' },
      { output: { kind: 'grammar', gbnf: 'root ::= "a"' } },
    )
    expect(replyOf(asked).notes).toEqual(['the grammar was left out: the server does not take it'])
  })

  test('a server that goes on complaining is not asked for ever', async () => {
    const asked = await ask(() => refuse("'seed' is not supported"), {})
    expect(asked.outcome).toMatchObject({ kind: 'failure', code: 'rejected', tries: { attempts: 2, requests: 0 } })
  })
})

describe('reasoning is no part of the answer', () => {
  test.each([
    ['in a field of its own', { kind: 'reply', content: '42', reasoning: 'six times seven' } as const],
    ['in tags before it', { kind: 'reply', content: '<think>six times seven</think>\n42' } as const],
  ])('%s', async (_, answer) => {
    expect(replyOf(await ask(answer, {}))).toMatchObject({ content: '42', reasoning: 'six times seven' })
  })

  test('tags are text where the configuration says so', async () => {
    const reply = replyOf(await ask({ kind: 'reply', content: '<think>a</think>b' }, { thinkTags: false }))
    expect(reply).toMatchObject({ content: '<think>a</think>b' })
    expect(reply).not.toHaveProperty('reasoning')
  })
})

describe('log-probabilities and token ids', () => {
  const choice = { token_ids: [5, 6], logprobs: { content: [{ token: 'a', logprob: -0.5 }, { token: 'b', logprob: -1 }] } }

  test('are asked for and read', async () => {
    const asked = await ask({ kind: 'reply', content: 'ab', choice, more: { prompt_token_ids: [1, 2, 3] } }, { kind: 'vllm', logProbabilities: true })
    expect(asked.bodies[0]).toMatchObject({ logprobs: true, return_token_ids: true })
    expect(replyOf(asked).tokens).toEqual({ ids: [5, 6], promptIds: [1, 2, 3], logProbabilities: [-0.5, -1] })
  })

  test('are absent where the server tells nothing, or something else', async () => {
    const odd = { logprobs: { content: [{ logprob: 'high' }] }, token_ids: 'none' }
    expect(replyOf(await ask({ kind: 'reply', content: 'ab', choice: odd }, { logProbabilities: true }))).not.toHaveProperty('tokens')
  })
})

describe('a streamed answer', () => {
  test('is asked for, heard piece by piece, and put together', async () => {
    const calls = [{ name: 'search', arguments: '{"query":"a long enough one"}' }]
    const asked = await ask({ kind: 'reply', content: 'a text in pieces', reasoning: 'why', toolCalls: calls }, { stream: true })
    expect(asked.bodies[0]).toMatchObject({ stream: true, stream_options: { include_usage: true } })
    expect(asked.heard.length).toBeGreaterThan(1)
    expect(asked.heard.join('')).toBe('a text in pieces')
    expect(replyOf(asked)).toEqual({
      content: 'a text in pieces',
      reasoning: 'why',
      toolCalls: [{ id: 'call_1', ...calls[0] }],
      finish: 'tool_calls',
      usage: { promptTokens: 10, completionTokens: 5 },
    })
  })

  test('that came whole is read as it is', async () => {
    const whole: Answer = { kind: 'raw', body: '{"choices":[{"message":{"content":"whole"},"finish_reason":"stop"}]}' }
    expect(replyOf(await ask(whole, { stream: true })).content).toBe('whole')
  })

  test('that ends too soon may be tried again', async () => {
    const half: Answer = {
      kind: 'raw',
      contentType: 'text/event-stream',
      body: 'data: {"choices":[{"delta":{"content":"half"},"finish_reason":null}]}\n\n',
    }
    expect((await ask(half, { stream: true })).outcome).toMatchObject({
      kind: 'failure',
      code: 'bad_reply',
      transient: true,
      message: 'the stream ended before the answer did',
    })
  })

  test('that is an error is that error', async () => {
    const error: Answer = { kind: 'raw', contentType: 'text/event-stream', body: 'data: {"error":{"code":429,"message":"slow down"}}\n\n' }
    expect((await ask(error, { stream: true })).outcome).toMatchObject({ kind: 'failure', code: 'rate_limited', transient: true })
  })
})
