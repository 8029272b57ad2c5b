import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readChatCompletion } from '../../../runtime/model/openai-reply.ts'
import { assembleStream } from '../../../runtime/model/openai-stream.ts'
import { completionBody } from '../../model-server/answer.ts'
import type { ReplyAnswer } from '../../model-server/answer.ts'
import { completionEvents } from '../../model-server/stream.ts'

function assembled(pieces: readonly string[]) {
  const heard: string[] = []
  const stream = assembleStream((text) => heard.push(text))
  for (const piece of pieces) stream.add(piece)
  return { body: stream.body(), heard: heard.join('') }
}

const answers: fc.Arbitrary<ReplyAnswer> = fc.record({
  kind: fc.constant('reply' as const),
  content: fc.string({ unit: 'grapheme', maxLength: 40 }),
  reasoning: fc.string({ maxLength: 20 }),
  finish: fc.constantFrom('stop', 'length', 'content_filter'),
  toolCalls: fc.array(fc.record({ id: fc.string({ minLength: 1 }), name: fc.string(), arguments: fc.string() }), { maxLength: 3 }),
})

test('law: a streamed answer is the answer that would have come whole, wherever the network cuts it', () => {
  const law = fc.property(answers, fc.infiniteStream(fc.integer({ min: 1, max: 30 })), (answer, sizes) => {
    const text = completionEvents(answer, 'm').join('')
    const pieces: string[] = []
    for (let at = 0; at < text.length; ) {
      const size = sizes.next().value ?? 1
      pieces.push(text.slice(at, at + size))
      at += size
    }
    const { body, heard } = assembled(pieces)
    expect(readChatCompletion(body, true)).toEqual(readChatCompletion(JSON.parse(completionBody(answer, 'm')), true))
    expect(heard).toBe(answer.content)
  })
  fc.assert(law, { seed: 20261125, numRuns: 300 })
})

test.each([
  ['an end that is missing', ['data: {"choices":[{"delta":{"content":"half"},"finish_reason":null}]}\n\n'], null],
  ['nothing at all', [''], null],
  ['an error in the middle', ['data: {"error":{"message":"broke"}}\n\n'], { error: { message: 'broke' } }],
])('%s', (_, pieces, body) => {
  expect(assembled(pieces).body).toEqual(body)
})

test('events that cannot be read are passed over', () => {
  const { body } = assembled([
    ': a comment\n\ndata: not json\n\ndata: [1]\n\nevent: ping\ndata: {"choices":"none"}\n\n',
    'data: {"choices":[{"delta":{"content":"a"},"finish_reason":"stop"}]}\n\ndata: [DONE]\n\n',
  ])
  expect(readChatCompletion(body, false)).toMatchObject({ kind: 'reply', reply: { content: 'a', finish: 'stop' } })
})

test.each([
  ['in pieces, the first of which has none', [null, '{"a":', '1}'], '{"a":1}'],
  ['as an object', [{ a: 1 }], '{"a":1}'],
])('the arguments of a call come %s', (_, pieces, whole) => {
  const event = (written: unknown) =>
    `data: ${JSON.stringify({ choices: [{ delta: { tool_calls: [{ index: 0, function: { arguments: written } }] } }] })}\n\n`
  const named = 'data: {"choices":[{"delta":{"tool_calls":[{"index":0,"id":"c","function":{"name":"f"}}]}}]}\n\n'
  const { body } = assembled([named, ...pieces.map(event), 'data: [DONE]\n\n'])
  expect(readChatCompletion(body, false)).toMatchObject({ kind: 'reply', reply: { toolCalls: [{ id: 'c', name: 'f', arguments: whole }] } })
})
