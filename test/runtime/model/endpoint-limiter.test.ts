import { expect, test } from 'vitest'
import type { Clock } from '../../../runtime/index.ts'
import { limitEndpoint } from '../../../runtime/model/index.ts'
import type { EndpointLimits, ModelClient, ModelOutcome } from '../../../runtime/model/index.ts'
import { exampleRequest } from './example-request.ts'

/** A clock whose time passes only while something waits for it. */
function steppedClock(): Clock & { readonly step: () => Promise<void> } {
  let now = 0
  const waiting: { time: number; callback: () => void }[] = []
  return {
    now: () => now,
    after(seconds, callback) {
      const entry = { time: now + seconds, callback }
      waiting.push(entry)
      return () => {
        const at = waiting.indexOf(entry)
        if (at >= 0) waiting.splice(at, 1)
      }
    },
    async step() {
      await new Promise(setImmediate)
      waiting.sort((left, right) => left.time - right.time)
      const next = waiting.shift()
      if (next === undefined) return
      now = next.time
      next.callback()
    },
  }
}

const answer = (tokens: number): ModelOutcome => ({
  kind: 'reply',
  reply: { content: '', toolCalls: [], finish: 'stop', usage: { promptTokens: 0, completionTokens: tokens } },
})

const none: EndpointLimits = { concurrency: null, requestsPerMinute: null, tokensPerMinute: null }

async function timesOfRequests(limits: Partial<EndpointLimits>, count: number, tokens = 1): Promise<readonly number[]> {
  const clock = steppedClock()
  const times: number[] = []
  const client: ModelClient = {
    description: 'timed',
    complete() {
      times.push(clock.now())
      return Promise.resolve(answer(tokens))
    },
  }
  const limit = limitEndpoint({ ...none, ...limits }, clock)
  const clients = [limit(client), limit(client)]
  const { signal } = new AbortController()
  let left = count
  for (let number = 0; number < count; number += 1) {
    void clients[number % 2]?.complete(exampleRequest(), signal).then(() => {
      left -= 1
    })
  }
  while (left > 0) await clock.step()
  return times
}

test('requests per minute hold over all clients of a server', async () => {
  expect(await timesOfRequests({ requestsPerMinute: 2 }, 5)).toEqual([0, 0, 60, 60, 120])
})

test('tokens are estimated before, and counted as the server tells them after', async () => {
  // Each request is estimated at 106 tokens, 100 of them the most it may answer; it answers with 50.
  expect(await timesOfRequests({ tokensPerMinute: 210 }, 4, 50)).toEqual([0, 0, 0, 60])
})

test('without limits nothing waits', async () => {
  expect(await timesOfRequests({}, 3)).toEqual([0, 0, 0])
})

test('a request that is given up while it waits is never sent', async () => {
  const clock = steppedClock()
  let sent = 0
  const client: ModelClient = {
    description: 'counting',
    complete() {
      sent += 1
      return Promise.resolve(answer(1))
    },
  }
  const limited = limitEndpoint({ ...none, requestsPerMinute: 1, concurrency: 2 }, clock)(client)
  await limited.complete(exampleRequest(), new AbortController().signal)
  const stopped = new AbortController()
  const waiting = limited.complete(exampleRequest(), stopped.signal)
  await new Promise(setImmediate)
  stopped.abort()
  expect(await waiting).toMatchObject({ kind: 'failure', code: 'cancelled', tries: { attempts: 0, requests: 0 } })
  expect(sent).toBe(1)
})
