import { fromJsonSchema, McpServer } from '@modelcontextprotocol/server'
import type { JsonSchemaType } from '@modelcontextprotocol/server'

const schema = (properties: object, required: readonly string[]) =>
  fromJsonSchema<Record<string, unknown>>({ type: 'object', properties, required, additionalProperties: false } as JsonSchemaType)

/** A server with tools that answer in the ways that servers do. */
export function exampleServer(): McpServer {
  const server = new McpServer({ name: 'example', version: '1' }, { capabilities: { tools: {} } })
  const text = (value: string) => ({ content: [{ type: 'text' as const, text: value }] })
  server.registerTool('echo', { inputSchema: schema({ words: { type: 'string' }, loud: { type: 'boolean' } }, ['words']) }, (input) =>
    Promise.resolve(text(JSON.stringify(input))),
  )
  server.registerTool('add', { inputSchema: schema({ numbers: { type: 'array', items: { type: 'number' } } }, ['numbers']) }, (input) => {
    const result = (input.numbers as readonly number[]).reduce((sum, number) => sum + number, 0)
    return Promise.resolve({ ...text(String(result)), structuredContent: { result } })
  })
  server.registerTool('person', { inputSchema: schema({}, []) }, () =>
    Promise.resolve({ ...text('{}'), structuredContent: { name: 'Ada', born: 1815 } }),
  )
  server.registerTool('fail', { inputSchema: schema({}, []) }, () => Promise.resolve({ ...text('the moon is full'), isError: true }))
  server.registerTool('hang', { inputSchema: schema({}, []) }, () => new Promise(() => undefined))
  server.registerTool('sample', { inputSchema: schema({}, []) }, async () => {
    const asked = await server.server
      .createMessage({ messages: [{ role: 'user', content: { type: 'text', text: 'who are you?' } }], maxTokens: 10 })
      .then(() => 'a model answered')
      .catch((error: unknown) => `refused: ${error instanceof Error ? error.message : String(error)}`)
    return text(asked)
  })
  server.registerTool('environment', { inputSchema: schema({}, []) }, () => Promise.resolve(text(Object.keys(process.env).sort().join(' '))))
  return server
}
