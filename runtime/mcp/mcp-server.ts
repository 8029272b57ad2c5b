import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client'
import type { ToolDefinition } from '../../compiler/index.ts'
import { redact } from '../model/redact.ts'
import type { ToolImplementation } from '../tools/tool-implementation.ts'
import { declareTool } from './declare-tool.ts'
import { ProgramTransport } from './program-transport.ts'
import { recordMisfit } from './schema-fit.ts'
import { toolResult } from './tool-result.ts'

/** Where a server is, and how long it may take. */
export type McpEndpoint =
  | {
      readonly kind: 'program'
      /** A program and its arguments; no shell reads them. */
      readonly command: readonly string[]
      readonly folder: string
      readonly environment: Readonly<Record<string, string>>
    }
  | { readonly kind: 'address'; readonly url: string; readonly key: string | null }

export interface McpServer {
  /** The implementation of a declared tool, or why the server's tool of that name cannot be it. */
  toolFor(name: string, declared: ToolDefinition): ToolImplementation | string
  /**
   * How a script declares each tool, by its source, which is its name behind a prefix such as `mcp:files#`; `null` where the
   * language has no types for it.
   */
  declarations(prefix: string): ReadonlyMap<string, string | null>
  close(): Promise<void>
}

export type ConnectMcpServer = { readonly kind: 'ok'; readonly server: McpServer } | { readonly kind: 'error'; readonly message: string }

type OfferedTool = Awaited<ReturnType<Client['listTools']>>['tools'][number]

const MOST_PAGES = 100
const MESSAGE_LIMIT = 4 * 1024 * 1024

export interface ConnectOptions {
  /** For the start, and for each call. */
  readonly timeoutSeconds: number
  /** That of `mas`, which the server is told. */
  readonly version: string
  /** Gives up the start; a program that was started is ended then. */
  readonly signal: AbortSignal
}

/**
 * Connects to a server and asks for its tools. It is offered nothing in return: a request of its own (to sample from a model,
 * to ask a person, to list folders) is refused by the protocol, because the client has no such capability.
 */
export async function connectMcpServer(endpoint: McpEndpoint, options: ConnectOptions): Promise<ConnectMcpServer> {
  const { timeoutSeconds, version, signal } = options
  const client = new Client({ name: 'mas', version }, { capabilities: {} })
  const timeout = Math.ceil(timeoutSeconds * 1000)
  const secrets = endpoint.kind === 'address' && endpoint.key !== null ? [endpoint.key] : []
  const transport = transportFor(endpoint)
  try {
    await client.connect(transport, { timeout, signal })
    const tools = await listAll(client, { timeout, signal })
    const toolFor: McpServer['toolFor'] = (name, declared) => {
      const tool = implementation({ client, tools, timeout, secrets }, name, declared)
      return typeof tool === 'string' ? tool : { ...tool, description: descriptionOf(endpoint) }
    }
    const declarations: McpServer['declarations'] = (prefix) =>
      new Map([...tools].map(([name, tool]) => [`${prefix}${name}`, declareTool(`${prefix}${name}`, tool)]))
    return { kind: 'ok', server: { toolFor, declarations, close: () => client.close() } }
  } catch (error) {
    if (transport instanceof ProgramTransport) await transport.end()
    await client.close().catch(() => undefined)
    return { kind: 'error', message: messageOf(error, secrets) }
  }
}

/** The server as a journal names it: its program, or its address without what may hold a key. */
function descriptionOf(endpoint: McpEndpoint): string {
  if (endpoint.kind === 'program') return `program:${JSON.stringify(endpoint.command)}`
  const { origin, pathname } = new URL(endpoint.url)
  return `${origin}${pathname}`
}

function transportFor(endpoint: McpEndpoint): ProgramTransport | StreamableHTTPClientTransport {
  switch (endpoint.kind) {
    case 'program': {
      const [command = '', ...args] = endpoint.command
      const { folder: cwd, environment: env } = endpoint
      return new ProgramTransport({ command, args, cwd, env: { ...env }, stderr: 'ignore', maxBufferSize: MESSAGE_LIMIT })
    }
    case 'address': {
      const headers = endpoint.key === null ? {} : { authorization: `Bearer ${endpoint.key}` }
      return new StreamableHTTPClientTransport(new URL(endpoint.url), { requestInit: { headers, redirect: 'error' } })
    }
  }
}

async function listAll(client: Client, options: { readonly timeout: number; readonly signal: AbortSignal }): Promise<ReadonlyMap<string, OfferedTool>> {
  const tools = new Map<string, OfferedTool>()
  let cursor: string | undefined
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const listed = await client.listTools(cursor === undefined ? {} : { cursor }, options)
    for (const tool of listed.tools) tools.set(tool.name, tool)
    cursor = listed.nextCursor
    if (cursor === undefined) return tools
  }
  throw new Error(`it lists more than ${MOST_PAGES} pages of tools`)
}

interface ConnectedServer {
  readonly client: Client
  readonly tools: ReadonlyMap<string, OfferedTool>
  /** In milliseconds. */
  readonly timeout: number
  /** What stands in no message: a server may quote the key that it was sent. */
  readonly secrets: readonly string[]
}

function implementation({ client, tools, timeout, secrets }: ConnectedServer, name: string, declared: ToolDefinition): ToolImplementation | string {
  const offered = tools.get(name)
  if (offered === undefined) return `it has no tool "${name}"; it has ${[...tools.keys()].join(', ') || 'none'}`
  const misfit = recordMisfit(declared.parameters, offered.inputSchema, '')
  if (misfit !== null) return `its tool "${name}" does not fit the declaration: ${misfit}`
  const required = new Set(offered.inputSchema.required ?? [])
  return {
    async call(inputs, { signal }) {
      // An absent optional is left out, unless the server insists on a null.
      const given = Object.fromEntries(Object.entries(inputs).filter(([field, value]) => value !== null || required.has(field)))
      try {
        const answer = await client.callTool({ name, arguments: given }, { signal, timeout })
        const outcome = toolResult(answer, declared.result)
        return outcome.kind === 'failed' ? { ...outcome, message: redact(outcome.message, secrets) } : outcome
      } catch (error) {
        return { kind: 'failed', message: messageOf(error, secrets) }
      }
    },
  }
}

const LONGEST_MESSAGE = 500

function messageOf(error: unknown, secrets: readonly string[]): string {
  const text = error instanceof Error ? error.message : String(error)
  return redact(text, secrets).replace(/[\s\p{Cc}]+/gu, ' ').slice(0, LONGEST_MESSAGE)
}
