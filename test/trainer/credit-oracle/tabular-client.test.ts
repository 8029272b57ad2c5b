import { describe, expect, test } from 'vitest'
import type { ModelRequest } from '../../../runtime/index.ts'
import { says, TabularPolicy } from '../../../trainer/credit-oracle/index.ts'
import type { PolicyTable } from '../../../trainer/credit-oracle/index.ts'
import { tabularClient } from '../../../trainer/credit-oracle/tabular-client.ts'
import { ask, exampleRequest } from '../policies/example-request.ts'

const user = (...contents: readonly string[]): ModelRequest['messages'] => contents.map((content) => ({ role: 'user', content }))

const requestWith = (messages: ModelRequest['messages'], changes: Partial<ModelRequest> = {}): ModelRequest => ({
  ...exampleRequest(),
  messages,
  ...changes,
})

const table: PolicyTable = {
  Answer: [
    { given: 'seldom', failing: 0.25, replies: says({ yes: 0.5, no: 0.5 }) },
    { given: 'help', replies: [{ kind: 'asks', tool: 'Look', argument: 'question', value: 'what', probability: 1 }] },
    { replies: says({ yes: 0.75, no: 0.25 }) },
  ],
}

/** Asks once, taking these options one after another; tells what there was to choose from. */
async function asked(request: ModelRequest, ...options: readonly number[]) {
  const offered: (readonly number[])[] = []
  const client = tabularClient(new TabularPolicy(table), (probabilities) => {
    offered.push(probabilities)
    return options[offered.length - 1] ?? 0
  })
  return { outcome: await ask(client, request), offered }
}

describe('a table as a model', () => {
  test('chooses among the replies of a context, and records context and reply', async () => {
    const { outcome, offered } = await asked(requestWith(user('often')), 1)
    expect(offered).toEqual([[0.75, 0.25]])
    expect(outcome).toMatchObject({
      reply: { content: 'no', finish: 'stop', record: { kind: 'sampled', promptTokens: [0], tokens: [1], logProbabilities: [Math.log(0.25)] } },
    })
  })
  test('may fail, which has no record', async () => {
    expect(await asked(requestWith(user('seldom')), 1)).toMatchObject({ offered: [[0.75, 0.25]], outcome: { kind: 'failure', reachedModel: true } })
    const here = await asked(requestWith(user('seldom')), 0, 1)
    expect(here).toMatchObject({ offered: [[0.75, 0.25], [0.5, 0.5]], outcome: { reply: { content: 'no' } } })
  })
  test('calls a tool', async () => {
    const { outcome } = await asked(requestWith(user('help')))
    expect(outcome).toMatchObject({ reply: { finish: 'tool_calls', toolCalls: [{ name: 'Look', arguments: '{"question":"what"}' }] } })
  })
  test('wraps what is no record', async () => {
    const { outcome } = await asked(requestWith(user('often'), { output: { kind: 'json', schema: {}, wrapped: true } }))
    expect(outcome).toMatchObject({ reply: { content: '{"value": yes}' } })
  })
})

describe('contexts', () => {
  test('are what an agent was given, by whichever node', () => {
    const policy = new TabularPolicy(table)
    const first = policy.contextOf(requestWith(user('often')))
    expect(policy.contextOf(requestWith(user('often'), { node: 'main/other' }))).toBe(first)
    const later = policy.contextOf(
      requestWith([
        { role: 'system', content: 'role' },
        ...user('often'),
        { role: 'assistant', content: '', toolCalls: [] },
        { role: 'tool', toolCallId: '1', content: 'seen' },
      ]),
    )
    expect(later).toMatchObject({ position: 1, given: 'often | seen', offset: 2 })
    expect(policy.parameters).toBe(4)
    expect(policy.contextAt(1)).toBe(later)
    expect(() => policy.contextAt(2)).toThrow('there is no context 2')
  })
  test.each([
    ['without a row', [{ given: 'other', replies: says({ yes: 1 }) }], 'the table does not say what Answer replies to "often"'],
    ['that sum to less than 1', [{ replies: says({ yes: 0.5 }) }], 'the replies of Answer to "often" need probabilities above 0 that sum to 1'],
    ['that never come', [{ replies: says({ yes: 1, no: 0 }) }], 'need probabilities above 0'],
  ])('%s are refused', (_, rows, message) => {
    expect(() => new TabularPolicy({ Answer: rows }).contextOf(requestWith(user('often')))).toThrow(message)
  })
})
