import { expect, test } from 'vitest'
import { fallBack } from '../../../runtime/model/index.ts'
import type { ModelClient, ModelOutcome } from '../../../runtime/model/index.ts'
import { exampleRequest } from './example-request.ts'

const replies = (description: string): ModelClient => ({
  description,
  complete: () =>
    Promise.resolve({
      kind: 'reply',
      reply: { content: description, toolCalls: [], finish: 'stop', usage: { promptTokens: 1, completionTokens: 1 } },
    }),
})

type Failed = Extract<ModelOutcome, { kind: 'failure' }>

const fails = (description: string, changes: Partial<Failed> = {}): ModelClient => ({
  description,
  complete: () =>
    Promise.resolve({
      kind: 'failure',
      code: 'unavailable',
      message: `${description} is down`,
      transient: true,
      reachedModel: false,
      retryAfter: null,
      ...changes,
    }),
})

const ask = (first: ModelClient, ...others: readonly ModelClient[]) =>
  fallBack(first, others).complete(exampleRequest(), new AbortController().signal)

test('the first answers as if it were alone', async () => {
  expect(await ask(replies('a'), replies('b'))).toEqual(await replies('a').complete(exampleRequest(), new AbortController().signal))
})

test('the next one stands in, with a note and the tries of both', async () => {
  expect(await ask(fails('a', { reachedModel: true }), fails('b', { code: 'rejected', transient: false }), replies('c'))).toMatchObject({
    kind: 'reply',
    reply: { content: 'c', notes: ['a failed (a is down)', 'b failed (b is down)'] },
    tries: { attempts: 3, requests: 2 },
  })
})

test('where all fail, one that may pass decides whether it is tried again, and every reason is told', async () => {
  expect(await ask(fails('a', { retryAfter: 9 }), fails('b', { code: 'rejected', transient: false }))).toMatchObject({
    kind: 'failure',
    code: 'unavailable',
    transient: true,
    retryAfter: 9,
    message: 'a failed (a is down); b failed (b is down)',
    tries: { attempts: 2, requests: 0 },
  })
})

test('a cancelled request goes to nobody else', async () => {
  let asked = false
  const other: ModelClient = {
    description: 'b',
    complete: () => {
      asked = true
      return Promise.reject(new Error('not asked'))
    },
  }
  expect(await ask(fails('a', { code: 'cancelled', transient: false, message: 'given up' }), other)).toMatchObject({
    code: 'cancelled',
    message: 'given up',
  })
  expect(asked).toBe(false)
})

test('it is described by all of them', () => {
  expect(fallBack(replies('a'), [replies('b')]).description).toBe('a, else b')
})
