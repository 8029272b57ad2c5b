import { blocksOf } from '../../compiler/graph/index.ts'
import type { Block, Graph, ToolDefinition, ToolId } from '../../compiler/index.ts'
import { createCommandTool, programExists } from '../../runtime/configuration/index.ts'
import type { ToolBinding } from '../../runtime/configuration/index.ts'
import { PERSON, standardTools, withApproval } from '../../runtime/index.ts'
import type { ToolImplementation } from '../../runtime/index.ts'
import { bindPython } from './bind-python.ts'
import type { FoundConfiguration } from './find-configuration.ts'
import { mcpServers } from './mcp-servers.ts'
import type { ServerContext } from './mcp-servers.ts'

export type BoundTools =
  | {
      readonly kind: 'ok'
      readonly tools: ReadonlyMap<string, ToolImplementation>
      /** Sources of tools that ask a person. */
      readonly people: readonly string[]
      /** Keys that their servers are sent. */
      readonly secrets: readonly string[]
      /** Ends what was started for them. */
      readonly close: () => Promise<void>
    }
  | { readonly kind: 'error'; readonly problems: readonly string[] }

/**
 * What stands behind every tool that the graph uses: what the configuration binds, else a server of the Model Context
 * Protocol, else what is built in. A program is started, and a server is asked, only for a configuration that a person named.
 */
export async function bindTools(
  graph: Graph,
  found: FoundConfiguration,
  context: ServerContext,
): Promise<BoundTools> {
  const problems: string[] = []
  const tools = new Map<string, ToolImplementation>()
  const servers = mcpServers(found, context)
  const people = new Set<string>()
  for (const [id, tool] of Object.entries(graph.tools)) {
    const { from } = tool
    const binding = found.configuration.tools[from]
    const bound = await bindTool(tool, { found, servers, users: () => usersOf(graph, id).join(', ') })
    if (typeof bound === 'string') problems.push(bound)
    else tools.set(from, binding?.approve === true ? withApproval(bound) : bound)
    if (binding?.approve === true || (from === PERSON && programOf(binding) === null)) people.add(from)
  }
  if (problems.length === 0) return { kind: 'ok', tools, people: [...people], secrets: servers.secrets(), close: servers.close }
  await servers.close()
  return { kind: 'error', problems }
}

interface BindingContext {
  readonly found: FoundConfiguration
  readonly servers: ReturnType<typeof mcpServers>
  /** Who may call the tool. */
  readonly users: () => string
}

/** The implementation of a tool, or why there is none. */
async function bindTool(tool: ToolDefinition, { found, servers, users }: BindingContext): Promise<ToolImplementation | string> {
  const { configuration, file, folder, isNamed } = found
  const { from } = tool
  const binding = programOf(configuration.tools[from])
  if (binding === null) {
    const server = /^mcp:([^#]+)#(.+)$/.exec(from)
    const known = server?.[1] !== undefined && Object.hasOwn(configuration.mcp, server[1])
    if (known) return servers.toolFor(server[1] ?? '', server[2] ?? '', tool)
    if (from === 'std:python') return bindPython(found)
    const standard = standardTools.get(from)
    if (standard !== undefined) return standard
    const isServer = server !== null
    const what = isServer ? `name its server, with --config FILE and in it {"mcp": {${JSON.stringify(server[1])}: {"command": ["PROGRAM"]}}}` : ''
    const remedy = `bind it to a program, with --config FILE and in it {"tools": {${JSON.stringify(from)}: {"command": ["PROGRAM"]}}}`
    return `nothing is bound to the tool "${from}", which ${users()} may call: ${isServer ? what : remedy}`
  }
  if (!isNamed) return `${file ?? ''} binds the tool "${from}" to a program on this machine: name it with --config if it may start that`
  if (from === 'std:python' && configuration.python !== null) {
    const effect = 'so that its settings under "python" have no effect: remove one of them'
    return `${file ?? ''} binds std:python to a program, ${effect}`
  }
  const program = binding.command[0] ?? ''
  if (!programExists(program, folder, process.env)) return `${file ?? ''} binds the tool "${from}" to the program "${program}", and there is none`
  return createCommandTool(binding, folder)
}

/** The program that is bound to a tool. */
function programOf(binding: ToolBinding | undefined): (ToolBinding & { readonly command: readonly string[] }) | null {
  if (binding === undefined || binding.command === null) return null
  return { ...binding, command: binding.command }
}

/** The agents that may call a tool, and the nodes that do. */
function usersOf(graph: Graph, id: ToolId): readonly string[] {
  const agents = Object.values(graph.agents).filter((agent) =>
    agent.tools.some((tool) => tool.kind === 'tool' && tool.tool === id),
  )
  return [...agents.map((agent) => agent.name), ...callingNodes(graph.body, id)]
}

function callingNodes(block: Block, id: ToolId): readonly string[] {
  return block.nodes.flatMap((node) =>
    node.kind === 'tool' && node.tool === id ? [node.name] : blocksOf(node).flatMap((inner) => callingNodes(inner, id)),
  )
}
