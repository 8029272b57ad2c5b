import { mkdtempDisposableSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { cached } from '../../../../runtime/model/cache/cached-client.ts'
import { openResponseCache } from '../../../../runtime/model/index.ts'
import type { ModelClient, ModelOutcome } from '../../../../runtime/model/index.ts'
import { exampleRequest } from '../example-request.ts'

const { signal } = new AbortController()

function countingClient(description = 'm', outcome?: ModelOutcome): ModelClient & { readonly asked: () => number } {
  let asked = 0
  return {
    description,
    asked: () => asked,
    complete(request) {
      asked += 1
      const reply = {
        content: `${asked}: ${request.messages.at(-1)?.content ?? ''}`,
        toolCalls: [],
        finish: 'stop' as const,
        reasoning: 'because',
        usage: { promptTokens: 5, completionTokens: 3, cost: 0.5 },
        record: { weights: 'large' },
      }
      return Promise.resolve(outcome ?? { kind: 'reply', reply })
    },
  }
}

const temporary = () => mkdtempDisposableSync(join(tmpdir(), 'mas-cache-'))

const fileIn = (folder: string): string =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))[0] ?? ''

test('what was asked before is answered without a try, a request or a token', async () => {
  using folder = temporary()
  const client = countingClient()
  const [first, second] = [0, 1].map(() => cached(client, openResponseCache(folder.path), { stream: false }))
  await first?.complete(exampleRequest(), signal)
  expect(await second?.complete(exampleRequest(), signal)).toEqual({
    kind: 'reply',
    reply: {
      content: '1: Write a line.',
      toolCalls: [],
      finish: 'stop',
      reasoning: 'because',
      usage: { promptTokens: 0, completionTokens: 0, cost: 0 },
    },
    tries: { attempts: 0, requests: 0 },
  })
  expect(client.asked()).toBe(1)
})

test('where it counts as asked, it is told as it was told first', async () => {
  using folder = temporary()
  const client = cached(countingClient(), openResponseCache(folder.path), {}, 'as_asked')
  const outcomes = [await client.complete(exampleRequest(), signal), await client.complete(exampleRequest(), signal)]
  const [first, second] = outcomes.map((outcome) => (outcome.kind === 'reply' ? [outcome.reply.content, outcome.reply.usage, outcome.tries] : []))
  expect(second).toEqual(first)
  expect(second?.[1]).toEqual({ promptTokens: 5, completionTokens: 3, cost: 0.5 })
})

test.each([
  ['another model', cached, exampleRequest(), 'other', {}],
  ['other settings of its server', cached, exampleRequest(), 'm', { stream: true }],
  ['another seed', cached, exampleRequest({ sampling: { temperature: null, topP: null, maximumTokens: 100, seed: 8 } }), 'm', {}],
  ['other messages', cached, exampleRequest({ messages: [{ role: 'user', content: 'else' }] }), 'm', {}],
])('%s is another question', async (_, wrap, request, description, settings) => {
  using folder = temporary()
  const cache = openResponseCache(folder.path)
  await wrap(countingClient(), cache, {}).complete(exampleRequest(), signal)
  const client = countingClient(description)
  await wrap(client, cache, settings).complete(request, signal)
  expect(client.asked()).toBe(1)
})

test('the same question of another node is the same question', async () => {
  using folder = temporary()
  const client = countingClient()
  const wrapped = cached(client, openResponseCache(folder.path), {})
  await wrapped.complete(exampleRequest({ node: 'main/a' }), signal)
  await wrapped.complete(exampleRequest({ node: 'main/b' }), signal)
  expect(client.asked()).toBe(1)
})

test.each([
  ['is cut off', (text: string) => text.slice(0, 40)],
  ['holds another request', (text: string) => text.replace('Write a line.', 'Write a lie.')],
  ['has another version', (text: string) => text.replace('"version":1', '"version":2')],
  ['holds no reply', (text: string) => text.replace('"content"', '"contents"')],
])('a file that %s is asked anew, and mended', async (_, damage) => {
  using folder = temporary()
  const client = countingClient()
  const wrapped = cached(client, openResponseCache(folder.path), {})
  await wrapped.complete(exampleRequest(), signal)
  const file = fileIn(folder.path)
  writeFileSync(file, damage(readFileSync(file, 'utf8')))
  await wrapped.complete(exampleRequest(), signal)
  expect(client.asked()).toBe(2)
  await wrapped.complete(exampleRequest(), signal)
  expect(client.asked()).toBe(2)
})

test('failures are not kept', async () => {
  using folder = temporary()
  const failure = { kind: 'failure', code: 'timeout', message: '', transient: true, reachedModel: true, retryAfter: null } as const
  const client = countingClient('m', failure)
  const wrapped = cached(client, openResponseCache(folder.path), {})
  expect(await wrapped.complete(exampleRequest(), signal)).toBe(failure)
  await wrapped.complete(exampleRequest(), signal)
  expect(client.asked()).toBe(2)
  expect(fileIn(folder.path)).toBe('')
})

test('a reply that cannot be kept is still an answer, and says so', async () => {
  using folder = temporary()
  const file = join(folder.path, 'no-folder')
  writeFileSync(file, '')
  const outcome = await cached(countingClient(), openResponseCache(file), {}).complete(exampleRequest(), signal)
  expect(outcome).toMatchObject({ kind: 'reply', reply: { notes: [expect.stringMatching(/^the reply was not kept in the cache: /)] } })
})
