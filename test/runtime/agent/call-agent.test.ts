import { describe, expect, test } from 'vitest'
import { agent, builtin, constant, int, record, string } from '../graph-builder.ts'
import { failure, mockModel, reply } from '../mock-model.ts'
import { callSetup } from './call-setup.ts'

const solution = record({ answer: int })

describe('callAgent', () => {
  test('asks once and takes the text', async () => {
    const model = mockModel(() => 'hello')
    const { call } = callSetup({
      agents: [agent('Writer', { role: constant('Write.'), temperature: 0.7, top_p: 0.9, policy: 'small' })],
      model,
    })
    expect(await call(['a'])).toEqual({ kind: 'ok', value: 'hello' })
    expect(model.requests).toEqual([
      {
        node: 'main/draft',
        agent: {
          name: 'Writer',
          policy: 'small',
          role: 'Write.',
          inputs: [{ name: 'input', type: string, value: 'a' }],
          result: string,
        },
        messages: [
          { role: 'system', content: 'Write.' },
          { role: 'user', content: 'input:\na' },
        ],
        output: { kind: 'text' },
        tools: [],
        sampling: { temperature: 0.7, topP: 0.9, maximumTokens: 100, seed: expect.any(Number) as number },
        attempt: 1,
        turn: 1,
      },
    ])
  })

  test('asks for JSON where the result is no text, wrapped where it is no record', async () => {
    const model = mockModel(() => '{"answer": 1}')
    await callSetup({ agents: [agent('A', { result: solution })], model }).call(['a'])
    const schema = {
      type: 'object',
      properties: { answer: { type: 'integer' } },
      required: ['answer'],
      additionalProperties: false,
    }
    expect(model.requests[0]?.output).toEqual({ kind: 'json', wrapped: false, schema })
    const wrapped = mockModel(() => '{"value": 1}')
    expect(await callSetup({ agents: [agent('A', { result: int })], model: wrapped }).call(['a'])).toEqual({
      kind: 'ok',
      value: 1,
    })
    expect(wrapped.requests[0]?.output).toMatchObject({ wrapped: true, schema: { required: ['value'] } })
  })

  test('sends a reply that does not fit back, with what is wrong', async () => {
    const model = mockModel(({ attempt }) => (attempt === 1 ? '{"answer": "one"}' : '{"answer": 1}'))
    const { call, usage } = callSetup({ agents: [agent('A', { result: solution })], model })
    expect(await call(['a'])).toEqual({ kind: 'ok', value: { answer: 1 } })
    expect(model.requests.map(({ attempt, turn }) => [attempt, turn])).toEqual([
      [1, 1],
      [2, 1],
    ])
    expect(model.requests[1]?.messages.slice(1)).toEqual([
      { role: 'assistant', content: '{"answer": "one"}', toolCalls: [] },
      {
        role: 'user',
        content:
          'Your reply does not fit the required format.\n' +
          '- answer: expected a whole number, got "one"\n' +
          'Reply again, with JSON in the required format and nothing else.',
      },
    ])
    expect(model.requests[0]?.messages).toHaveLength(1)
    expect(usage()).toMatchObject({ requests: 2, completion_tokens: 10 })
  })

  test.each([0, 1, 3])('gives up after %d repairs', async (repairs) => {
    const model = mockModel(() => 'no')
    const { call } = callSetup({ agents: [agent('A', { result: solution, repairs })], model })
    expect(await call(['a'])).toMatchObject({ kind: 'failed', failure: { code: 'invalid_reply' } })
    expect(model.requests).toHaveLength(repairs + 1)
  })

  test('a reply that was cut off is repaired too', async () => {
    const model = mockModel(({ attempt }) => (attempt === 1 ? reply('{"answer": 1}', { finish: 'length' }) : '{"answer": 2}'))
    expect(await callSetup({ agents: [agent('A', { result: solution })], model }).call(['a'])).toEqual({
      kind: 'ok',
      value: { answer: 2 },
    })
  })

  test('a refusal is not repaired', async () => {
    const model = mockModel(() => reply('I would rather not.', { finish: 'refusal' }))
    const { call } = callSetup({ agents: [agent('A', { result: solution })], model })
    expect(await call(['a'])).toMatchObject({
      kind: 'failed',
      failure: { code: 'refused', message: expect.stringContaining('rather not') as string },
    })
    expect(model.requests).toHaveLength(1)
  })

  test('a failure of the model is not repaired', async () => {
    const model = mockModel(() => failure({ code: 'context_overflow', message: 'too long' }))
    const { call } = callSetup({ agents: [agent('A', { result: solution })], model })
    expect(await call(['a'])).toMatchObject({ kind: 'failed', failure: { code: 'model_context_overflow', message: 'too long' } })
    expect(model.requests).toHaveLength(1)
  })

  test('a template that fails is a failure, before anything is asked', async () => {
    const model = mockModel(() => 'a')
    const { call } = callSetup({ agents: [agent('A', { prompt: builtin('last', [constant([])]) })], model })
    expect(await call(['a'])).toMatchObject({ kind: 'failed', failure: { code: 'empty_list' } })
    expect(model.requests).toEqual([])
  })

  test('seeds depend on run, node, attempt and turn, and on nothing else', async () => {
    const seedsOf = async (seed: number, node: string) => {
      const model = mockModel(() => 'no')
      await callSetup({ agents: [agent('A', { result: solution })], model, seed }).call(['a'], { node })
      return model.requests.map((request) => request.sampling.seed)
    }
    const first = await seedsOf(1, 'main/a')
    expect(await seedsOf(1, 'main/a')).toEqual(first)
    const others = [await seedsOf(2, 'main/a'), await seedsOf(1, 'main/b')]
    expect(new Set([first, ...others].flat()).size).toBe(6)
  })

  test('the time-out covers the whole call, repairs included', async () => {
    const pending = Promise.withResolvers<string>()
    const model = mockModel(({ attempt }) => (attempt === 1 ? 'no' : pending.promise))
    const { call, clock } = callSetup({ agents: [agent('A', { result: solution, timeout: 30 })], model })
    const result = call(['a'])
    await expect.poll(() => model.requests.length).toBe(2)
    clock.advance(30)
    const message = 'A took more than 30 seconds in main/draft.'
    expect(await result).toMatchObject({ kind: 'failed', failure: { code: 'timeout', message } })
  })

  test('a call in time leaves no timer', async () => {
    const { call, clock } = callSetup({ agents: [agent('A', { timeout: 30 })], model: mockModel(() => 'a') })
    await call(['a'])
    expect(clock.pending()).toEqual([])
  })

  test('ends at once when its signal is aborted, whatever the client does', async () => {
    const controller = new AbortController()
    const { call } = callSetup({ agents: [agent('A')], model: mockModel(() => new Promise<string>(() => undefined)) })
    const result = call(['a'], { signal: controller.signal })
    controller.abort()
    expect(await result).toEqual({ kind: 'aborted' })
  })
})
