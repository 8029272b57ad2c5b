import type { JsonSchema, Message } from './model-client.ts'

/** The messages, with the schema of the answer in the system message: for servers that take none beside the messages. */
export function withSchemaPrompt(messages: readonly Message[], schema: JsonSchema): readonly Message[] {
  const wanted = `Answer with JSON only, no other text, that fits this JSON Schema:\n${JSON.stringify(schema)}`
  const [first, ...rest] = messages
  if (first?.role !== 'system') return [{ role: 'system', content: wanted }, ...messages]
  return [{ role: 'system', content: `${first.content}\n\n${wanted}` }, ...rest]
}
