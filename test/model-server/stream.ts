import type { ReplyAnswer } from './answer.ts'

const PIECE = 7

/** The events of a streamed chat completion: texts in small pieces, as servers send them. */
export function completionEvents(answer: ReplyAnswer, model: string): readonly string[] {
  const chunk = (delta: object, more: object = {}): string =>
    event({ object: 'chat.completion.chunk', model, choices: [{ index: 0, delta, finish_reason: null, ...more }] })
  const calls = answer.toolCalls ?? []
  return [
    chunk({ role: 'assistant' }),
    ...pieces(answer.reasoning ?? '').map((text) => chunk({ reasoning_content: text })),
    ...pieces(answer.content ?? '').map((text) => chunk({ content: text })),
    ...(answer.refusal === undefined ? [] : [chunk({ refusal: answer.refusal })]),
    ...calls.flatMap((call, index) => [
      chunk({
        tool_calls: [{ index, id: call.id ?? `call_${index + 1}`, type: 'function', function: { name: call.name, arguments: '' } }],
      }),
      ...pieces(call.arguments).map((text) => chunk({ tool_calls: [{ index, function: { arguments: text } }] })),
    ]),
    chunk({}, { finish_reason: answer.finish ?? (calls.length === 0 ? 'stop' : 'tool_calls'), ...answer.choice }),
    ...(answer.usage === null
      ? []
      : [event({ choices: [], usage: answer.usage ?? { prompt_tokens: 10, completion_tokens: 5 }, ...answer.more })]),
    'data: [DONE]\n\n',
  ]
}

const event = (data: object): string => `data: ${JSON.stringify(data)}\n\n`

function pieces(text: string): readonly string[] {
  return Array.from({ length: Math.ceil(text.length / PIECE) }, (_, index) => text.slice(index * PIECE, (index + 1) * PIECE))
}
