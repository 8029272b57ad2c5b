import { describe, expect, test } from 'vitest'
import { emptyClientRegistry, openModel } from '../../../runtime/model/index.ts'
import type { ClientRegistry, ModelChoice, OpenModelOptions } from '../../../runtime/model/index.ts'
import { answerGenerically, startModelServer } from '../../model-server/index.ts'
import { exampleRequest } from './example-request.ts'

const open = (choice: Partial<ModelChoice> & { readonly spec: string }, options: Partial<OpenModelOptions> = {}) =>
  openModel(
    { keyEnvironment: null, origin: 'command line', ...choice },
    {
      environment: {},
      requestTimeoutSeconds: 20,
      registry: emptyClientRegistry,
      readFile: (file) => ({ kind: 'error', message: `${file} is not there` }),
      ...options,
    },
  )

/** The authorisation that a server sees. */
async function authorisation(choice: Partial<ModelChoice>, environment: Readonly<Record<string, string>>): Promise<unknown> {
  await using server = await startModelServer(answerGenerically)
  const opened = await open({ spec: `openai:m@${server.baseUrl}`, ...choice }, { environment })
  if (opened.kind === 'error') return opened.message
  await opened.model.clientFor(null).complete(exampleRequest(), new AbortController().signal)
  return server.requests[0]?.headers.authorization
}

describe('the key', () => {
  const environment = { OPENAI_API_KEY: 'sk-openai-key', OTHER_KEY: ' sk-other-key\n' }

  test('of the command line is OPENAI_API_KEY', async () => {
    expect(await authorisation({}, environment)).toBe('Bearer sk-openai-key')
  })

  test('may have another name', async () => {
    const choice: Partial<ModelChoice> = { keyEnvironment: 'OTHER_KEY', origin: 'named configuration' }
    expect(await authorisation(choice, environment)).toBe('Bearer sk-other-key')
  })

  test('of OpenAI goes to a server that a named configuration names', async () => {
    expect(await authorisation({ origin: 'named configuration' }, environment)).toBe('Bearer sk-openai-key')
  })

  test('of OpenAI is not sent to a server that a found configuration names', async () => {
    expect(await authorisation({ origin: 'found configuration' }, environment)).toBe('Bearer none')
  })

  test.each(['OPENAI_API_KEY', 'OTHER_KEY', 'UNSET'])('of a found configuration is refused, not sent: %s', async (keyEnvironment) => {
    const choice: Partial<ModelChoice> = { keyEnvironment, origin: 'found configuration' }
    expect(await authorisation(choice, environment)).toBe(
      `"keyEnvironment" ("${keyEnvironment}") is not read from a configuration that was only found: ` +
        'pass --config FILE if that key may be sent there',
    )
  })

  test("of OpenAI is used for OpenAI's own service, also by a found configuration", async () => {
    const opened = await open({ spec: 'openai:m', origin: 'found configuration' }, { environment })
    expect(opened).toMatchObject({ kind: 'ok', model: { secrets: ['sk-openai-key'] } })
  })

  test("may be missing for a server of one's own", async () => {
    expect(await authorisation({}, {})).toBe('Bearer none')
  })

  test('that is named must be there', async () => {
    expect(await authorisation({ keyEnvironment: 'OTHER_KEY' }, {})).toMatch(/^the environment variable OTHER_KEY is not set/)
  })

  test('is needed for OpenAI itself, and kept secret', async () => {
    expect(await open({ spec: 'openai:m' })).toMatchObject({
      kind: 'error',
      message: 'the environment variable OPENAI_API_KEY is not set: put the key for openai:m there',
    })
    const opened = await open({ spec: 'openai:m' }, { environment })
    expect(opened).toMatchObject({ kind: 'ok', model: { description: 'openai:m', secrets: ['sk-openai-key'] } })
  })

  test('that no header can carry is refused and not shown', async () => {
    const opened = await open({ spec: 'openai:m' }, { environment: { OPENAI_API_KEY: 'sk-äöü-secret' } })
    expect(opened).toEqual({
      kind: 'error',
      message: 'the key in the environment variable OPENAI_API_KEY holds characters that no key has',
    })
  })
})

test('an embedded policy comes from the registry', async () => {
  const client = { description: 'embedded:x', complete: () => Promise.reject(new Error('not asked here')) }
  const registry: ClientRegistry = { ...emptyClientRegistry, openEmbedded: () => Promise.resolve({ kind: 'ok', client }) }
  const opened = await open({ spec: 'embedded:x' }, { registry })
  expect(opened.kind === 'ok' ? opened.model.clientFor('t') : null).toBe(client)
  expect(await open({ spec: 'embedded:x' })).toEqual({ kind: 'error', message: 'there is no embedded policy "x"' })
})

test('a replay needs a trace', async () => {
  expect(await open({ spec: 'replay:t.jsonl' })).toEqual({ kind: 'error', message: 't.jsonl is not there' })
  expect(await open({ spec: 'replay:t.jsonl' }, { readFile: () => ({ kind: 'ok', text: 'x\n' }) })).toEqual({
    kind: 'error',
    message: 't.jsonl cannot be replayed: line 1 is not valid JSON',
  })
})

test('what is no model says what is', async () => {
  expect(await open({ spec: 'gpt' })).toMatchObject({
    kind: 'error',
    message: expect.stringContaining('openai:MODEL@BASE_URL') as string,
  })
})

test('every request to a server passes its limits, also one that is asked again without what was refused', async () => {
  await using server = await startModelServer(({ seed }) =>
    seed === undefined
      ? { kind: 'reply', content: 'hello' }
      : { kind: 'status', status: 400, body: { error: { message: 'seed is not supported' } } },
  )
  let passed = 0
  const limitOf: OpenModelOptions['limitOf'] = () => (client) => ({
    ...client,
    complete: (...asked) => {
      passed += 1
      return client.complete(...asked)
    },
  })
  const opened = await open({ spec: `openai:m@${server.baseUrl}` }, { limitOf })
  if (opened.kind === 'error') throw new Error(opened.message)
  const outcome = await opened.model.clientFor(null).complete(exampleRequest(), new AbortController().signal)
  expect(outcome).toMatchObject({ kind: 'reply', reply: { content: 'hello' }, tries: { attempts: 2 } })
  expect([passed, server.requests.length]).toEqual([2, 2])
})
