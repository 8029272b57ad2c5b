/** What the server does with a request. */
export type Answer =
  | ReplyAnswer
  /** Any status; `body` is sent as JSON. */
  | {
      readonly kind: 'status'
      readonly status: number
      readonly headers?: Readonly<Record<string, string>>
      readonly body?: unknown
    }
  /** A good status with a body as given. */
  | { readonly kind: 'raw'; readonly body: string; readonly contentType?: string }
  /** Never answers; with `headers`, sends the headers and then nothing. */
  | { readonly kind: 'hang'; readonly headers?: boolean }
  /** Closes the connection; with `body`, after the first half of an answer. */
  | { readonly kind: 'cut'; readonly body?: boolean }
  /** A valid answer whose content is so many bytes long. */
  | { readonly kind: 'huge'; readonly bytes: number }

export interface ReplyAnswer {
  readonly kind: 'reply'
  readonly content: string | null
  readonly toolCalls?: readonly { readonly name: string; readonly arguments: string; readonly id?: string }[]
  readonly finish?: string
  readonly refusal?: string
  /** Reasoning in its own field, as servers with a reasoning parser send it. */
  readonly reasoning?: string
  /** More fields of the choice, such as `logprobs` and `token_ids`, and of the whole answer. */
  readonly choice?: Readonly<Record<string, unknown>>
  readonly more?: Readonly<Record<string, unknown>>
  /** `null`: the answer tells no usage. */
  readonly usage?: { readonly prompt_tokens: number; readonly completion_tokens: number } | null
}

/** The JSON of a chat completion. */
export function completionBody(answer: ReplyAnswer, model: string): string {
  const calls = answer.toolCalls ?? []
  return JSON.stringify({
    id: 'chatcmpl-test',
    object: 'chat.completion',
    created: 0,
    model,
    choices: [
      {
        index: 0,
        message: {
          role: 'assistant',
          content: answer.content,
          refusal: answer.refusal ?? null,
          ...(answer.reasoning === undefined ? {} : { reasoning_content: answer.reasoning }),
          ...(calls.length === 0
            ? {}
            : {
                tool_calls: calls.map((call, position) => ({
                  id: call.id ?? `call_${position + 1}`,
                  type: 'function',
                  function: { name: call.name, arguments: call.arguments },
                })),
              }),
        },
        finish_reason: answer.finish ?? (calls.length === 0 ? 'stop' : 'tool_calls'),
        ...answer.choice,
      },
    ],
    ...answer.more,
    ...(answer.usage === null ? {} : { usage: answer.usage ?? { prompt_tokens: 10, completion_tokens: 5, total_tokens: 15 } }),
  })
}
