import { expect, test } from 'vitest'
import { shareRequests } from '../../../runtime/model/index.ts'
import type { ModelClient, ModelOutcome } from '../../../runtime/model/index.ts'
import { exampleRequest } from './example-request.ts'

const reply: ModelOutcome = {
  kind: 'reply',
  reply: { content: '', toolCalls: [], finish: 'stop', usage: { promptTokens: 0, completionTokens: 0 } },
}

test('all clients together keep to one limit, and a cancelled request gives its place back', async () => {
  let open = 0
  let most = 0
  const client: ModelClient = {
    description: 'counting',
    async complete() {
      open += 1
      most = Math.max(most, open)
      await new Promise(setImmediate)
      open -= 1
      return reply
    },
  }
  const shareForRun = shareRequests(2)
  const clients = [shareForRun(), shareForRun(), shareForRun()].map((share) => share(client))
  const { signal } = new AbortController()
  const stopped = new AbortController()
  const waiting = clients.flatMap((shared) => [shared, shared]).map((shared) => shared.complete(exampleRequest(), signal))
  const cancelled = shareForRun()(client).complete(exampleRequest(), stopped.signal)
  stopped.abort()
  expect(await cancelled).toMatchObject({ kind: 'failure', code: 'cancelled', reachedModel: false })
  expect((await Promise.all(waiting)).map((outcome) => outcome.kind)).toEqual(Array.from({ length: 6 }, () => 'reply'))
  expect(most).toBe(2)
})

test('a client that breaks gives its place back', async () => {
  const share = shareRequests(1)()
  const breaks: ModelClient = { description: 'breaks', complete: () => Promise.reject(new Error('a bug')) }
  const { signal } = new AbortController()
  await expect(share(breaks).complete(exampleRequest(), signal)).rejects.toThrow('a bug')
  const works: ModelClient = { description: 'works', complete: () => Promise.resolve(reply) }
  expect((await share(works).complete(exampleRequest(), signal)).kind).toBe('reply')
})

test('runs take turns, however many requests and clients one of them has', async () => {
  const asked: string[] = []
  const clientOf = (name: string): ModelClient => ({
    description: name,
    complete: () => {
      asked.push(name)
      return Promise.resolve(reply)
    },
  })
  const shareForRun = shareRequests(1)
  const [greedy, modest] = [shareForRun(), shareForRun()]
  const clients = [greedy(clientOf('a')), greedy(clientOf('b')), greedy(clientOf('c')), modest(clientOf('d')), modest(clientOf('e'))]
  const { signal } = new AbortController()
  await Promise.all(clients.map((client) => client.complete(exampleRequest(), signal)))
  expect(asked).toEqual(['a', 'b', 'd', 'c', 'e'])
})
