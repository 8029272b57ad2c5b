import type { ChatCompletionCreateParams, ChatCompletionMessageParam } from 'openai/resources/chat/completions'
import { adaptationNote } from './adaptation.ts'
import type { Adaptation } from './adaptation.ts'
import type { Message, ModelRequest, RequestedOutput } from './model-client.ts'
import { withSchemaPrompt } from './schema-prompt.ts'
import { grammarBody } from './server-settings.ts'
import type { ServerSettings, StructuredMode } from './server-settings.ts'

export interface ChatCompletionRequest {
  readonly body: ChatCompletionCreateParams
  /** What is otherwise than the agent says, in words. */
  readonly notes: readonly string[]
}

/**
 * The body of a chat completion request. What the agent leaves unset is left out, so the server's default holds; what the
 * server was found not to take is left out or written otherwise, and noted.
 */
export function chatCompletionRequest(
  request: ModelRequest,
  model: string,
  settings: ServerSettings,
  learned: ReadonlySet<Adaptation>,
): ChatCompletionRequest {
  const { sampling, output, tools } = request
  const notes: string[] = []
  /** Whether a part may be sent; where it would have been and may not, that is noted. */
  const may = (adaptation: Adaptation): boolean => {
    if (!learned.has(adaptation)) return true
    notes.push(adaptationNote(adaptation))
    return false
  }
  const structured = output.kind === 'json' && settings.structured !== 'prompt' && !may('schema') ? 'prompt' : settings.structured
  const inPrompt = output.kind === 'json' && (structured === 'prompt' || structured === 'json_object')
  const messages = inPrompt ? withSchemaPrompt(request.messages, output.schema) : request.messages
  const body = {
    model,
    messages: messages.map(wireMessage),
    [tokenLimitField(settings, learned)]: sampling.maximumTokens,
    ...(may('seed') ? { seed: sampling.seed } : {}),
    ...(sampling.temperature !== null && may('temperature') ? { temperature: sampling.temperature } : {}),
    ...(sampling.topP !== null && may('top_p') ? { top_p: sampling.topP } : {}),
    ...outputFields(output, structured, request.agent.name),
    ...grammarFields(output, settings, may),
    ...(tools.length === 0
      ? {}
      : {
          tools: tools.map(({ name, description, parameters }) => ({
            type: 'function' as const,
            function: { name, description, parameters: { ...parameters } },
          })),
        }),
    ...(settings.logProbabilities && may('log_probabilities')
      ? { logprobs: true, ...(settings.kind === 'vllm' || settings.kind === 'sglang' ? { return_token_ids: true } : {}) }
      : {}),
  }
  if (!settings.stream) return { body, notes }
  const streamed = { ...body, stream: true as const, ...(may('stream_usage') ? { stream_options: { include_usage: true } } : {}) }
  return { body: streamed, notes }
}

function tokenLimitField(settings: ServerSettings, learned: ReadonlySet<Adaptation>): ServerSettings['tokenLimit'] {
  if (!learned.has('token_limit')) return settings.tokenLimit
  return settings.tokenLimit === 'max_tokens' ? 'max_completion_tokens' : 'max_tokens'
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

function outputFields(
  output: RequestedOutput,
  mode: StructuredMode,
  agent: string,
): Pick<ChatCompletionCreateParams, 'response_format'> & { readonly structured_outputs?: { readonly json: unknown } } {
  if (output.kind !== 'json') return {}
  switch (mode) {
    case 'json_schema': {
      const name = agent.slice(0, 64)
      return { response_format: { type: 'json_schema', json_schema: { name, schema: { ...output.schema }, strict: true } } }
    }
    case 'structured_outputs':
      return { structured_outputs: { json: output.schema } }
    case 'json_object':
      return { response_format: { type: 'json_object' } }
    case 'prompt':
      return {}
  }
}

function grammarFields(
  output: RequestedOutput,
  { kind }: ServerSettings,
  may: (adaptation: Adaptation) => boolean,
): { readonly [field: string]: unknown } {
  const fields = output.kind === 'grammar' ? grammarBody(kind, output.gbnf) : null
  return fields !== null && may('grammar') ? fields : {}
}
