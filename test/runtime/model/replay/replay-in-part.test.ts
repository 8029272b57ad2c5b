import { describe, expect, test } from 'vitest'
import type { ModelClient, ModelOutcome, ModelRequest, ReplayAnswer, RunEvent } from '../../../../runtime/index.ts'
import { exchangePlace, replayInPart, runExchanges } from '../../../../runtime/index.ts'
import { exampleRequest } from '../example-request.ts'

const usage = { promptTokens: 3, completionTokens: 2 }
const replyOf = (content: string): ModelOutcome => ({ kind: 'reply', reply: { content, toolCalls: [], finish: 'stop', usage } })
const failureOf = (code: 'bad_reply' | 'cancelled'): ModelOutcome => ({
  kind: 'failure',
  code,
  message: 'noise',
  transient: true,
  reachedModel: true,
  retryAfter: 2,
})

const at = (node: string, changes: Partial<ModelRequest> = {}): ModelRequest => ({ ...exampleRequest(), node, ...changes })

/** Events of a run that made these requests, one after another. */
function eventsOf(ended: readonly (readonly [ModelRequest, ModelOutcome])[]): readonly RunEvent[] {
  const stamp = { sequence: 1, time: 0 }
  return ended.flatMap(([request, outcome]): readonly RunEvent[] => {
    const { node, attempt, turn } = request
    return [
      { ...stamp, kind: 'request_started', node, slot: 'default', request },
      { ...stamp, kind: 'request_finished', node, slot: 'default', attempt, turn, outcome, attempts: 3, requests: 2, truncated: false },
    ]
  })
}

describe('the exchanges of a run', () => {
  test('stand in the order in which they ended, with their tries', () => {
    const events = eventsOf([
      [at('b'), replyOf('one')],
      [at('a', { attempt: 2, turn: 3 }), failureOf('bad_reply')],
    ])
    const exchanges = runExchanges([...events.filter(({ kind }) => kind === 'request_started').reverse(), ...events.filter(({ kind }) => kind === 'request_finished')])
    expect([...exchanges.keys()]).toEqual([exchangePlace(at('b')), exchangePlace({ node: 'a', attempt: 2, turn: 3 })])
    expect([...exchanges.values()].map(({ outcome, requests }) => [outcome?.tries, requests])).toEqual([
      [{ attempts: 3, requests: 2 }, 2],
      [{ attempts: 3, requests: 2 }, 2],
    ])
  })
  test('have no outcome where the run gave them up', () => {
    expect([...runExchanges(eventsOf([[at('a'), failureOf('cancelled')]])).values()]).toMatchObject([{ outcome: null, requests: 2 }])
  })
})

const exchanges = runExchanges(
  eventsOf([
    [at('reply'), replyOf('recorded')],
    [at('failure'), failureOf('bad_reply')],
    [at('given up'), failureOf('cancelled')],
  ]),
)

function replaying(answer: ReplayAnswer = { kind: 'recorded' }) {
  const seeds: number[] = []
  const client: ModelClient = {
    description: 'a model',
    takesGrammar: true,
    complete: ({ sampling }) => {
      seeds.push(sampling.seed)
      return Promise.resolve(replyOf('new'))
    },
  }
  const replay = replayInPart({ exchanges, client, answer: () => answer, seedOf: ({ node }) => node.length })
  const ask = (request: ModelRequest, signal = new AbortController().signal) => replay.client.complete(request, signal)
  return { ask, seeds, ...replay }
}

describe('a replay in part', () => {
  test('gives recorded answers to the same requests, and asks nothing', async () => {
    const { ask, asked } = replaying()
    expect(await ask(at('reply'))).toMatchObject({ kind: 'reply', reply: { content: 'recorded' }, tries: { attempts: 3, requests: 2 } })
    // It was tried again then: it is not now.
    expect(await ask(at('failure'))).toMatchObject({ kind: 'failure', transient: false, retryAfter: null, tries: { attempts: 3, requests: 2 } })
    expect(asked.size).toBe(0)
  })
  test.each<[string, ModelRequest]>([
    ['messages', at('reply', { messages: [{ role: 'user', content: 'another' }] })],
    ['inputs that no message shows', at('reply', { agent: { ...exampleRequest().agent, inputs: [{ name: 'y', type: { kind: 'int' }, value: 1 }] } })],
    ['sampling', at('reply', { sampling: { ...exampleRequest().sampling, seed: 99 } })],
    ['place', at('another')],
  ])('asks the model with a seed of its own where a request has another %s', async (_, request) => {
    const { ask, asked, seeds } = replaying()
    expect(await ask(request)).toEqual(replyOf('new'))
    expect([...asked]).toEqual([exchangePlace(request)])
    expect(seeds).toEqual([request.node.length])
  })
  test('asks afresh where it is told to', async () => {
    const { ask, asked } = replaying({ kind: 'afresh' })
    expect(await ask(at('reply'))).toEqual(replyOf('new'))
    expect(asked.size).toBe(1)
  })
  test.each<[ModelRequest['output'], ReplayAnswer & { readonly kind: 'given' }, string]>([
    [{ kind: 'text' }, { kind: 'given', value: 'yes' }, 'yes'],
    [{ kind: 'json', schema: {}, wrapped: true }, { kind: 'given', value: false }, '{"value":false}'],
    [{ kind: 'json', schema: {}, wrapped: false }, { kind: 'given', value: { answer: '' } }, '{"answer":""}'],
    [{ kind: 'text' }, { kind: 'given', value: 7 }, '7'],
  ])('gives a result without a request, as %j', async (output, answer, content) => {
    const { ask, asked } = replaying(answer)
    expect(await ask(at('reply', { output }))).toMatchObject({ reply: { content }, tries: { attempts: 0, requests: 0 } })
    expect(asked.size).toBe(0)
  })
  test('holds back what was given up, and does not send it where it is given up again', async () => {
    const { ask, asked } = replaying()
    const controller = new AbortController()
    const held = ask(at('given up'), controller.signal)
    await ask(at('reply'))
    controller.abort()
    expect(await held).toMatchObject({ kind: 'failure', code: 'cancelled', tries: { attempts: 0, requests: 0 } })
    expect(asked.size).toBe(0)
  })
  test('sends it when there is nothing else to wait for', async () => {
    const { ask, asked } = replaying()
    expect(await ask(at('given up'))).toEqual(replyOf('new'))
    expect(asked.size).toBe(1)
  })
  test('sends nothing that is no longer wanted', async () => {
    const { ask, asked } = replaying({ kind: 'afresh' })
    expect(await ask(at('reply'), AbortSignal.abort())).toMatchObject({ kind: 'failure', code: 'cancelled' })
    expect(asked.size).toBe(0)
  })
  test('keeps what the model can do', () => {
    expect(replaying().client).toMatchObject({ description: 'a model, replayed in part', takesGrammar: true })
  })
})
