import type { ToolDefinition } from '../../compiler/index.ts'
import { programEnvironment, programExists } from '../../runtime/configuration/index.ts'
import type { McpBinding } from '../../runtime/configuration/index.ts'
import type { ToolImplementation } from '../../runtime/index.ts'
import type { ConnectMcpServer, McpEndpoint, McpServer } from '../../runtime/mcp/index.ts'
import { packageVersion } from '../version.ts'
import type { FoundConfiguration } from './find-configuration.ts'

export interface McpServers {
  /** The implementation of a tool of a configured server, which is connected when its first tool is asked for. */
  toolFor(server: string, name: string, declared: ToolDefinition): Promise<ToolImplementation | string>
  /** Of every tool of a configured server, by its source: how a script declares it, `null` where it cannot. */
  declarationsOf(server: string): Promise<ReadonlyMap<string, string | null> | string>
  /** Keys of the servers that were connected. */
  readonly secrets: () => readonly string[]
  readonly close: () => Promise<void>
}

export interface ServerContext {
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Ends the waiting for a server. */
  readonly signal: AbortSignal
}

/** The servers of a configuration. The protocol's library is loaded when the first one is needed. */
export function mcpServers(found: FoundConfiguration, { environment, signal }: ServerContext): McpServers {
  const connected = new Map<string, McpServer | string>()
  const keys: string[] = []

  const connect = async (name: string, binding: McpBinding): Promise<McpServer | string> => {
    const where = `${found.file ?? ''}: the server "${name}"`
    if (!found.isNamed) return `${where} is not started, or asked, for a configuration that was only found: name it with --config`
    if (signal.aborted) return `${where} is not started any more`
    const endpoint = endpointOf(binding, found.folder, environment)
    if (typeof endpoint === 'string') return `${where}: ${endpoint}`
    if (endpoint.kind === 'address' && endpoint.key !== null) keys.push(endpoint.key)
    const { connectMcpServer } = await import('../../runtime/mcp/index.ts')
    const answer: ConnectMcpServer = await connectMcpServer(endpoint, { timeoutSeconds: binding.timeoutSeconds, version: packageVersion(), signal })
    return answer.kind === 'ok' ? answer.server : `${where} cannot be used: ${answer.message}`
  }

  const serverNamed = async (name: string): Promise<McpServer | string> => {
    const binding = found.configuration.mcp[name]
    if (binding === undefined) return `there is no server "${name}"`
    const known = connected.get(name) ?? (await connect(name, binding))
    connected.set(name, known)
    return known
  }

  return {
    async declarationsOf(server) {
      const known = await serverNamed(server)
      return typeof known === 'string' ? known : known.declarations(`mcp:${server}#`)
    },
    async toolFor(server, name, declared) {
      const known = await serverNamed(server)
      if (typeof known === 'string') return known
      const tool = known.toolFor(name, declared)
      return typeof tool === 'string' ? `${found.file ?? ''}: the server "${server}": ${tool}` : tool
    },
    secrets: () => keys,
    close: async () => {
      await Promise.all([...connected.values()].map((server) => (typeof server === 'string' ? undefined : server.close())))
    },
  }
}

function endpointOf(
  binding: McpBinding,
  folder: string,
  environment: Readonly<Record<string, string | undefined>>,
): McpEndpoint | string {
  if ('command' in binding) {
    const program = binding.command[0] ?? ''
    if (!programExists(program, folder, process.env)) return `there is no program "${program}"`
    const passedOn = Object.entries(programEnvironment(environment)).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]))
    return { kind: 'program', command: binding.command, folder, environment: Object.fromEntries(passedOn) }
  }
  const { url, keyEnvironment } = binding
  if (!URL.canParse(url)) return `"${url}" is no address`
  const key = keyEnvironment === null ? null : (environment[keyEnvironment]?.trim() ?? '')
  if (key === '') return `the environment variable ${keyEnvironment ?? ''} is not set: put the key for ${url} there`
  return { kind: 'address', url, key }
}
