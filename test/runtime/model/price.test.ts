import { expect, test } from 'vitest'
import { priced } from '../../../runtime/model/price.ts'
import type { ModelClient } from '../../../runtime/model/index.ts'
import { exampleRequest } from './example-request.ts'

const prices = { promptPerMillion: 2, completionPerMillion: 10 }
const { signal } = new AbortController()

test('a reply tells what it cost', async () => {
  const client: ModelClient = {
    description: 'm',
    complete: () =>
      Promise.resolve({
        kind: 'reply',
        reply: { content: '', toolCalls: [], finish: 'stop', usage: { promptTokens: 500_000, completionTokens: 100_000 } },
      }),
  }
  expect(await priced(client, prices).complete(exampleRequest(), signal)).toMatchObject({ reply: { usage: { cost: 2 } } })
})

test('a failure costs nothing that is known', async () => {
  const failure = { kind: 'failure', code: 'timeout', message: '', transient: true, reachedModel: true, retryAfter: null } as const
  const client: ModelClient = { description: 'm', complete: () => Promise.resolve(failure) }
  expect(await priced(client, prices).complete(exampleRequest(), signal)).toBe(failure)
})
