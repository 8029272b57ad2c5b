import type { ModelClient, ModelOutcome, ModelReply, ModelRequest, ToolCall } from '../../runtime/model/model-client.ts'

/** What a test's model answers: a text, or an outcome in full. */
export type Answer = string | ModelOutcome

export interface MockModel extends ModelClient {
  /** Every request, in the order they came. */
  readonly requests: readonly ModelRequest[]
}

/** A model whose answer is a function of the request. */
export function mockModel(answer: (request: ModelRequest, signal: AbortSignal) => Answer | Promise<Answer>): MockModel {
  const requests: ModelRequest[] = []
  return {
    description: 'mock',
    requests,
    async complete(request, signal) {
      requests.push(request)
      const given = await answer(request, signal)
      return typeof given === 'string' ? reply(given) : given
    },
  }
}

/** A reply of a model; ten prompt tokens and five completion tokens unless told otherwise. */
export const reply = (content: string, settings: Partial<ModelReply> = {}): ModelOutcome => ({
  kind: 'reply',
  reply: { content, toolCalls: [], finish: 'stop', usage: { promptTokens: 10, completionTokens: 5 }, ...settings },
})

export type AskedCall = readonly [name: string, inputs: unknown]

/** A reply that asks for tools: each call as its name and its arguments. */
export const toolCalls = (...calls: readonly AskedCall[]): ModelOutcome =>
  reply('', {
    finish: 'tool_calls',
    toolCalls: calls.map(([name, inputs], i): ToolCall => ({
      id: `call-${i + 1}`,
      name,
      arguments: typeof inputs === 'string' ? inputs : JSON.stringify(inputs),
    })),
  })

export const failure = (settings: Partial<Extract<ModelOutcome, { kind: 'failure' }>> = {}): ModelOutcome => ({
  kind: 'failure',
  code: 'unavailable',
  message: 'The model is not there.',
  transient: false,
  reachedModel: false,
  retryAfter: null,
  ...settings,
})

/** The text of the last message. */
export const lastMessage = (request: ModelRequest): string => request.messages[request.messages.length - 1]?.content ?? ''

/** The last line of the last message: what an agent without a prompt was given. */
export const given = (request: ModelRequest): string => lastMessage(request).split('\n').at(-1) ?? ''
