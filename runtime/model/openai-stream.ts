import { createParser } from 'eventsource-parser'

type JsonObject = { readonly [key: string]: unknown }

/** What has come of a streamed answer so far. */
export interface StreamedAnswer {
  /** Takes the next piece of the body. */
  add(text: string): void
  /**
   * The answer as if it had come whole: the body of a chat completion, for `readChatCompletion`. `null` where the stream ended
   * before the answer did.
   */
  body(): JsonObject | null
}

/**
 * Puts the events of a streamed chat completion together. `onText` hears each piece of the answer's text, reasoning left out.
 * Events that cannot be read are passed over, as the protocol wants it; an event that holds an error ends up as the body.
 */
export function assembleStream(onText: (text: string) => void): StreamedAnswer {
  const texts = { content: '', reasoning: '', refusal: '' }
  const calls = new Map<number, { id: string; name: string; arguments: string }>()
  const logProbabilities: unknown[] = []
  const tokenIds: unknown[] = []
  let ended = false
  let finish: string | null = null
  let usage: unknown
  let promptIds: unknown
  let error: unknown

  const addCall = (call: JsonObject, position: number): void => {
    const index = typeof call.index === 'number' ? call.index : position
    const known = calls.get(index) ?? { id: '', name: '', arguments: '' }
    const called = asObject(call.function)
    calls.set(index, {
      id: textOf(call.id) === '' ? known.id : textOf(call.id),
      name: known.name + textOf(called.name),
      arguments: known.arguments + argumentsOf(called.arguments),
    })
  }
  const addChoice = (choice: JsonObject): void => {
    const delta = asObject(choice.delta)
    const text = textOf(delta.content)
    texts.content += text
    texts.reasoning += textOf(delta.reasoning_content) + textOf(delta.reasoning)
    texts.refusal += textOf(delta.refusal)
    if (text !== '') onText(text)
    for (const [position, call] of asList(delta.tool_calls).entries()) addCall(asObject(call), position)
    logProbabilities.push(...asList(asObject(choice.logprobs).content))
    tokenIds.push(...asList(choice.token_ids))
    if (typeof choice.finish_reason === 'string') finish = choice.finish_reason
  }
  const parser = createParser({
    onEvent: ({ data }) => {
      if (data === '[DONE]') {
        ended = true
        return
      }
      const event = asObject(parsed(data))
      if (event.error !== undefined && event.error !== null) error = event.error
      usage = event.usage ?? usage
      promptIds = event.prompt_token_ids ?? promptIds
      for (const choice of asList(event.choices).slice(0, 1)) addChoice(asObject(choice))
    },
  })
  return {
    add: (text) => {
      parser.feed(text)
    },
    body: () => {
      if (error !== undefined) return { error }
      if (finish === null && !ended) return null
      const { content, reasoning, refusal } = texts
      const toolCalls = [...calls.values()].map(({ id, ...called }) => ({ id, function: called }))
      return {
        choices: [
          {
            message: { content, reasoning_content: reasoning, refusal, tool_calls: toolCalls },
            finish_reason: finish,
            logprobs: { content: logProbabilities },
            token_ids: tokenIds,
          },
        ],
        usage,
        prompt_token_ids: promptIds,
      }
    },
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Some servers send the arguments as an object, and `null` where a piece has none. */
const argumentsOf = (value: unknown): string => (typeof value === 'object' && value !== null ? JSON.stringify(value) : textOf(value))

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
const asObject = (value: unknown): JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {}
