import { describe, expect, test } from 'vitest'
import { readReply } from '../../../runtime/agent/read-reply.ts'
import type { ModelReply } from '../../../runtime/model/model-client.ts'
import { agent, int, list, optional, record, string } from '../graph-builder.ts'

const reply = (content: string, settings: Partial<ModelReply> = {}): ModelReply => ({
  content,
  toolCalls: [],
  finish: 'stop',
  usage: { promptTokens: 0, completionTokens: 0 },
  ...settings,
})
const calls = { toolCalls: [{ id: '1', name: 'x', arguments: '{}' }], finish: 'tool_calls' } as const
const texts = agent('A')
const solution = agent('A', { result: record({ answer: int, note: optional(string) }) })
const numbers = agent('A', { result: list(int, 2) })

describe('readReply', () => {
  test.each<[string, typeof texts, ModelReply, unknown]>([
    ['text', texts, reply(' {"a": 1}\n'), ' {"a": 1}\n'],
    ['empty text', texts, reply(''), ''],
    ['text that was cut off', texts, reply('so f', { finish: 'length' }), 'so f'],
    ['text beside a call that came too late', texts, reply('done', calls), 'done'],
    ['record', solution, reply('{"answer": 1, "note": null}'), { answer: 1, note: null }],
    ['record without its optional field', solution, reply('{"answer": 1}'), { answer: 1, note: null }],
    ['wrapped list', numbers, reply('{"value": [1, 2]}'), [1, 2]],
    ['wrapped optional', agent('A', { result: optional(int) }), reply('{"value": null}'), null],
    ['JSON beside a call that came too late', solution, reply('{"answer": 1}', calls), { answer: 1, note: null }],
  ])('%s', (_, of, given, value) => {
    expect(readReply(of, given)).toEqual({ kind: 'ok', value })
  })

  test.each<[string, typeof texts, ModelReply, RegExp]>([
    ['a call where an answer is due', texts, reply('', calls), /asks for a tool where an answer is due/],
    ['a call where JSON is due', solution, reply('\n', calls), /asks for a tool where an answer is due/],
    ['JSON that was cut off', solution, reply('{"answer": 1', { finish: 'length' }), /cut off at 100 tokens/],
    ['complete JSON at the limit', solution, reply('{"answer": 1}', { finish: 'length' }), /cut off at 100 tokens/],
    ['no JSON', solution, reply('The answer is 1.'), /not valid JSON/],
    ['nothing', solution, reply(''), /not valid JSON: it is empty/],
    ['another type', solution, reply('{"answer": "1"}'), /^- answer: expected a whole number, got "1"$/],
    ['a bare value', numbers, reply('[1, 2]'), /^- expected an object with value, got a list$/],
    [
      'a list that is too long',
      numbers,
      reply('{"value": [1, 2, 3]}'),
      /^- value: expected a list of at most 2, got 3 elements$/,
    ],
  ])('a problem: %s', (_, of, given, message) => {
    expect(readReply(of, given)).toMatchObject({ kind: 'problem', message: expect.stringMatching(message) as string })
  })
})
