import { describe, expect, test } from 'vitest'
import type { Type } from '../../../compiler/index.ts'
import { decodeReply } from '../../../trainer/policies/executor-vocabulary.ts'
import { ask, exampleRequest, policyOf, replyOf, string, tinyNetwork, verdict, vocabulary } from './example-request.ts'

const network = await tinyNetwork()
const client = policyOf(network)
const seeds = Array.from({ length: 40 }, (_, index) => index + 1)

const replies = (result: Type, seedsOfCalls = seeds) =>
  Promise.all(seedsOfCalls.map((seed) => ask(client, exampleRequest({ result, sampling: { seed } })))).then((outcomes) => outcomes.map(replyOf))

describe('what an executor replies', () => {
  test('is a bool, an enum or an int of its type, in the envelope that the runtime reads', async () => {
    const contents = async (result: Type): Promise<ReadonlySet<string>> => new Set((await replies(result)).map(({ content }) => content))
    expect(await contents({ kind: 'bool' })).toEqual(new Set(['{"value":true}', '{"value":false}']))
    expect(await contents(verdict)).toEqual(new Set(['{"value":"fast"}', '{"value":"fatal"}', '{"value":"real"}']))
    for (const reply of await replies({ kind: 'int' })) {
      if (reply.finish === 'stop') expect(reply.content).toMatch(/^\{"value":(0|-?[1-9][0-9]*)\}$/)
    }
  })
  test('is the bare text where the result is a string, without its end', async () => {
    for (const { content, record } of await replies(string)) {
      expect(content).toBe(decodeReply(vocabulary, record.tokens))
      expect(content).toMatch(/^[0-9+\-truefalsi]*$/)
    }
  })
  test('says when it was cut short, and is then no value of its type', async () => {
    const request = exampleRequest({ result: verdict, sampling: { maximumTokens: 3 } })
    const { finish, content, record } = replyOf(await ask(client, request))
    expect(finish).toBe('length')
    expect(record.truncated).toBe(true)
    expect(record.tokens).toHaveLength(3)
    expect(content).toMatch(/^\{"value":"(fas|fat|rea)"\}$/)
    const cut = replyOf(await ask(client, exampleRequest({ result: { kind: 'bool' }, sampling: { maximumTokens: 2 } })))
    expect(cut.content).toMatch(/^\{"value":"(tr|fa)"\}$/)
  })
  test('does not depend on what is asked at the same time, and does on the seed', async () => {
    const together = await replies(string)
    const alone = await replies(string, [7])
    expect(alone).toEqual([together[6]])
    expect(new Set(together.map(({ content }) => content)).size).toBeGreaterThan(20)
  })
})

describe('what an executor records', () => {
  test('is what it read, what it drew, its version and its temperature', async () => {
    const reply = replyOf(await ask(client, exampleRequest({ sampling: { temperature: 0.5 } })))
    expect(reply.record).toMatchObject({ policy: 'executor', version: network.version, temperature: 0.5, provenance: 'exact' })
    expect(reply.record.promptTokens.map((id) => vocabulary.table.symbolOf(id))).toEqual(['role:answer', '3', '+', '4', 'reply'])
    expect(replyOf(await ask(client, exampleRequest())).record.temperature).toBe(1)
  })
  test('is what it saw where it sees texts through a noisy channel, different in each call', async () => {
    const noisy = policyOf(network, { perceive: (text, random) => `${text}${random.integer(10)}` })
    const seen = await Promise.all(
      seeds.map(async (seed) => replyOf(await ask(noisy, exampleRequest({ sampling: { seed } }))).record.promptTokens.slice(1, -1)),
    )
    const texts = seen.map((ids) => decodeReply(vocabulary, ids))
    for (const text of texts) expect(text).toMatch(/^3\+4[0-9]$/)
    expect(new Set(texts).size).toBeGreaterThan(5)
  })
  test('names the version of the weights that drew it', async () => {
    const trained = await tinyNetwork()
    const before = replyOf(await ask(policyOf(trained), exampleRequest())).record.version
    trained.trainSupervised([{ prompt: [1], completion: [0] }], { learningRate: 0.01 })
    expect(replyOf(await ask(policyOf(trained), exampleRequest())).record.version).toBe(before + 1)
  })
})

describe('what an executor cannot do is refused before the model is asked', () => {
  const refusals = [
    ['a type that it cannot write', { result: { kind: 'number' } }, 'it writes strings, integers, bools and enums only'],
    ['a list', { result: { kind: 'list', element: string, size: null } }, 'it writes strings, integers, bools and enums only'],
    [
      'an enum whose letters it lacks',
      { result: { kind: 'enum', name: 'Side', id: 'a.mas#Side', members: ['left', 'right'] } },
      'it lacks characters that a reply of type Side needs',
    ],
    ['a character that it does not know', { value: '3*4' }, 'it knows no character "*"'],
    ['a role that it was not trained on', { role: 'poet' }, 'it was never trained on the role "poet"'],
    ['a name in place of a role', { role: null }, 'it was never trained on the role "Answer"'],
    ['tools', { tools: [{ name: 'add', description: '', parameters: {} }] }, 'it calls no tools'],
    ['top_p', { sampling: { topP: 0.9 } }, 'it takes no top_p'],
  ] as const
  test.each(refusals)('%s', async (_, changes, reason) => {
    expect(await ask(client, exampleRequest(changes))).toEqual({
      kind: 'failure',
      code: 'rejected',
      message: `the embedded model cannot play the agent Answer: ${reason}`,
      transient: false,
      reachedModel: false,
      retryAfter: null,
    })
  })
  test('more than it can read', async () => {
    const outcome = await ask(client, exampleRequest({ value: '1'.repeat(23) }))
    expect(outcome).toMatchObject({
      kind: 'failure',
      code: 'context_overflow',
      message: 'Answer was given 25 tokens; this model reads 24',
      reachedModel: false,
    })
  })
  test('but not exactly as much: then there is room for one token', async () => {
    const { record, finish } = replyOf(await ask(client, exampleRequest({ value: '1'.repeat(22), result: { kind: 'bool' } })))
    expect(record.tokens).toHaveLength(1)
    expect(finish).toBe('length')
  })
  test('a call that was cancelled', async () => {
    expect(await client.complete(exampleRequest(), AbortSignal.abort())).toMatchObject({ kind: 'failure', code: 'cancelled' })
  })
})
