import type { ModelReply, ReplyTokens, ToolCall } from './model-client.ts'
import { splitReasoning } from './split-reasoning.ts'

type JsonObject = { readonly [key: string]: unknown }

export type ReadReply =
  | { readonly kind: 'reply'; readonly reply: ModelReply }
  | { readonly kind: 'error'; readonly error: unknown }
  | { readonly kind: 'unreadable'; readonly message: string }

/**
 * Reads the body of a chat completion. Reasoning is told apart from the answer: what stands in a field of its own, and with
 * `thinkTags` what `<think>…</think>` holds before the answer. Tolerant where servers differ harmlessly: content in parts, tool arguments as an
 * object, tool calls without an id or with the finish reason `stop`. `error` is an error that came with a good status.
 */
export function readChatCompletion(body: unknown, thinkTags: boolean): ReadReply {
  const completion = asObject(body)
  if (completion === null) return { kind: 'unreadable', message: 'the answer is no JSON object' }
  const choice = asObject(asList(completion.choices)[0])
  if (choice === null && completion.error !== undefined && completion.error !== null)
    return { kind: 'error', error: completion.error }
  const message = asObject(choice?.message)
  if (choice === null || message === null) return { kind: 'unreadable', message: 'the answer has no choices[0].message' }

  const refusal = typeof message.refusal === 'string' && message.refusal !== '' ? message.refusal : null
  const written = refusal ?? contentText(message.content)
  if (written === null) return { kind: 'unreadable', message: 'choices[0].message.content is no text' }
  const toolCalls = readToolCalls(message.tool_calls)
  if (toolCalls === null)
    return { kind: 'unreadable', message: 'choices[0].message.tool_calls holds a call without a function name' }
  const { reasoning: tagged, content } = thinkTags ? splitReasoning(written) : { reasoning: '', content: written }
  const apart = firstText([message.reasoning_content, message.reasoning])
  const reasoning = [apart, tagged].filter((text) => text !== '').join('\n')
  const tokens = tokensOf(completion, choice)
  return {
    kind: 'reply',
    reply: {
      content,
      toolCalls,
      finish: refusal === null ? finishOf(choice.finish_reason, toolCalls) : 'refusal',
      usage: usageOf(completion.usage, reasoning + content, toolCalls),
      ...(reasoning === '' ? {} : { reasoning }),
      ...(tokens === null ? {} : { tokens }),
    },
  }
}

const firstText = (candidates: readonly unknown[]): string => {
  const found = candidates.find((text) => typeof text === 'string')
  return typeof found === 'string' ? found : ''
}

/** Log-probabilities as OpenAI's protocol has them, token ids as vLLM tells them: at the choice, those of the prompt beside it. */
function tokensOf(completion: JsonObject, choice: JsonObject): ReplyTokens | null {
  const logProbabilities = numbers(asList(asObject(choice.logprobs)?.content).map((token) => asObject(token)?.logprob))
  const ids = numbers(asList(choice.token_ids))
  const promptIds = numbers(asList(completion.prompt_token_ids ?? choice.prompt_token_ids))
  return logProbabilities === null && ids === null && promptIds === null ? null : { ids, promptIds, logProbabilities }
}

/** `null` where there are none, or something else stands among them. */
const numbers = (values: readonly unknown[]): readonly number[] | null =>
  values.length > 0 && values.every((value) => typeof value === 'number') ? values : null

function finishOf(reason: unknown, toolCalls: readonly ToolCall[]): ModelReply['finish'] {
  if (reason === 'length') return 'length'
  if (reason === 'content_filter') return 'refusal'
  return toolCalls.length > 0 ? 'tool_calls' : 'stop'
}

function contentText(content: unknown): string | null {
  if (content === null || content === undefined) return ''
  if (typeof content === 'string') return content
  if (!Array.isArray(content)) return null
  return content
    .map((part) => asObject(part)?.text)
    .filter((text) => typeof text === 'string')
    .join('')
}

function readToolCalls(written: unknown): readonly ToolCall[] | null {
  const calls: ToolCall[] = []
  for (const [position, item] of asList(written).entries()) {
    const call = asObject(item)
    const called = asObject(call?.function)
    if (typeof called?.name !== 'string') return null
    calls.push({
      id: typeof call?.id === 'string' && call.id !== '' ? call.id : `call_${position + 1}`,
      name: called.name,
      arguments: typeof called.arguments === 'string' ? called.arguments : JSON.stringify(called.arguments ?? {}),
    })
  }
  return calls
}

/**
 * Tokens as the server counts them. A server that does not count gets an estimate of one token per four bytes written, so
 * that a token budget still holds roughly; its prompt tokens stay 0.
 */
function usageOf(written: unknown, content: string, toolCalls: readonly ToolCall[]): ModelReply['usage'] {
  const usage = asObject(written)
  const completion = asCount(usage?.completion_tokens)
  const text = content + toolCalls.map((call) => call.name + call.arguments).join('')
  return {
    promptTokens: asCount(usage?.prompt_tokens) ?? 0,
    completionTokens: completion ?? Math.ceil(Buffer.byteLength(text) / 4),
  }
}

const asCount = (value: unknown): number | null =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null

const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

function asObject(value: unknown): JsonObject | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : null
}
