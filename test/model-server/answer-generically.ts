import type { Answer } from './answer.ts'
import type { ChatRequest } from './chat-request.ts'
import { sampleOfSchema } from './sample-of-schema.ts'

/**
 * An answer to any request: first a call of every offered tool, after their results a value of the schema asked for, or
 * for plain text the last line of what the user wrote.
 */
export function answerGenerically(request: ChatRequest): Answer {
  const called = request.messages.some((message) => message.role === 'tool')
  const tools = request.tools ?? []
  if (tools.length > 0 && !called) {
    const toolCalls = tools.map(({ function: tool }) => ({
      name: tool.name,
      arguments: JSON.stringify(sampleOfSchema(tool.parameters ?? {})),
    }))
    return { kind: 'reply', content: null, toolCalls }
  }
  const schema = request.response_format?.json_schema?.schema
  if (schema !== undefined) return { kind: 'reply', content: JSON.stringify(sampleOfSchema(schema)) }
  const asked = request.messages.findLast((message) => message.role === 'user')?.content ?? ''
  return { kind: 'reply', content: `answer to: ${asked.trim().split('\n').at(-1) ?? ''}` }
}
