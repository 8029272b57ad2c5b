import type { ChatCompletionCreateParamsNonStreaming, ChatCompletionMessageParam } from 'openai/resources/chat/completions'
import type { Message, ModelRequest, RequestedOutput } from './model-client.ts'

/** OpenAI's own service wants `max_completion_tokens`; the servers that speak its protocol know `max_tokens`. */
export type TokenLimitField = 'max_tokens' | 'max_completion_tokens'

/** The body of a chat completion request. What the agent leaves unset is left out, so the server's default holds. */
export function chatCompletionBody(
  request: ModelRequest,
  model: string,
  tokenLimit: TokenLimitField,
): ChatCompletionCreateParamsNonStreaming {
  const { sampling, output, tools } = request
  return {
    model,
    messages: request.messages.map(wireMessage),
    [tokenLimit]: sampling.maximumTokens,
    seed: sampling.seed,
    ...(sampling.temperature === null ? {} : { temperature: sampling.temperature }),
    ...(sampling.topP === null ? {} : { top_p: sampling.topP }),
    ...responseFormat(output, request.agent.name),
    ...(tools.length === 0
      ? {}
      : {
          tools: tools.map(({ name, description, parameters }) => ({
            type: 'function' as const,
            function: { name, description, parameters: { ...parameters } },
          })),
        }),
  }
}

function wireMessage(message: Message): ChatCompletionMessageParam {
  switch (message.role) {
    case 'system':
    case 'user':
      return { role: message.role, content: message.content }
    case 'assistant':
      if (message.toolCalls.length === 0) return { role: 'assistant', content: message.content }
      return {
        role: 'assistant',
        content: message.content === '' ? null : message.content,
        tool_calls: message.toolCalls.map((call) => ({
          id: call.id,
          type: 'function',
          function: { name: call.name, arguments: call.arguments },
        })),
      }
    case 'tool':
      return { role: 'tool', tool_call_id: message.toolCallId, content: message.content }
  }
}

function responseFormat(output: RequestedOutput, agent: string): Pick<ChatCompletionCreateParamsNonStreaming, 'response_format'> {
  if (output.kind === 'text') return {}
  const name = agent.slice(0, 64)
  return { response_format: { type: 'json_schema', json_schema: { name, schema: { ...output.schema }, strict: true } } }
}
