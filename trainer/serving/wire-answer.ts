import type { ModelOutcome, ModelReply } from '../../runtime/index.ts'

/** An answer on the wire: a status, and a body that is sent as JSON, or events for a stream. */
export type WireAnswer =
  | { readonly kind: 'json'; readonly status: number; readonly body: unknown }
  | { readonly kind: 'events'; readonly events: readonly unknown[] }

/** An error in the shape that clients of the protocol read. */
export const wireError = (status: number, message: string, code: string | null = null): WireAnswer => ({
  kind: 'json',
  status,
  body: { error: { message, type: status < 500 ? 'invalid_request_error' : 'server_error', param: null, code } },
})

/** The answer for an outcome of a checkpoint. */
export function wireAnswer(outcome: ModelOutcome, model: string, options: { readonly stream: boolean; readonly usage: boolean }): WireAnswer {
  if (outcome.kind === 'failure') {
    return outcome.code === 'context_overflow'
      ? wireError(400, outcome.message, 'context_length_exceeded')
      : wireError(outcome.code === 'rejected' ? 400 : 503, outcome.message)
  }
  const head = { id: 'chatcmpl-embedded', created: Math.floor(Date.now() / 1000), model }
  return options.stream
    ? { kind: 'events', events: eventsOf(outcome.reply, head, options.usage) }
    : { kind: 'json', status: 200, body: completion(outcome.reply, head) }
}

const finishOf = ({ finish }: ModelReply): 'stop' | 'length' => (finish === 'length' ? 'length' : 'stop')

const usageOf = ({ usage: { promptTokens, completionTokens } }: ModelReply): object => ({
  prompt_tokens: promptTokens,
  completion_tokens: completionTokens,
  total_tokens: promptTokens + completionTokens,
})

const completion = (reply: ModelReply, head: object): object => ({
  ...head,
  object: 'chat.completion',
  choices: [
    { index: 0, message: { role: 'assistant', content: reply.content, refusal: null }, logprobs: null, finish_reason: finishOf(reply) },
  ],
  usage: usageOf(reply),
})

/** One event per character: a checkpoint's tokens are characters. */
function eventsOf(reply: ModelReply, head: object, usage: boolean): readonly unknown[] {
  const chunk = (delta: object, finish: string | null = null): object => ({
    ...head,
    object: 'chat.completion.chunk',
    choices: [{ index: 0, delta, finish_reason: finish }],
  })
  return [
    chunk({ role: 'assistant', content: '' }),
    ...Array.from(reply.content, (letter) => chunk({ content: letter })),
    chunk({}, finishOf(reply)),
    ...(usage ? [{ ...head, object: 'chat.completion.chunk', choices: [], usage: usageOf(reply) }] : []),
  ]
}
