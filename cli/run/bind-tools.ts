import { blocksOf } from '../../compiler/graph/index.ts'
import type { Block, Graph, ToolId } from '../../compiler/index.ts'
import { createCommandTool, programExists } from '../../runtime/configuration/index.ts'
import { standardTools } from '../../runtime/index.ts'
import type { ToolImplementation } from '../../runtime/index.ts'
import type { FoundConfiguration } from './find-configuration.ts'

export type BoundTools =
  | { readonly kind: 'ok'; readonly tools: ReadonlyMap<string, ToolImplementation> }
  | { readonly kind: 'error'; readonly problems: readonly string[] }

/**
 * What stands behind every tool that the graph uses: what the configuration binds, else what is built in. A program is
 * started only for a configuration that a person named.
 */
export function bindTools(graph: Graph, { configuration, file, folder, isNamed }: FoundConfiguration): BoundTools {
  const problems: string[] = []
  const tools = new Map<string, ToolImplementation>()
  for (const [id, tool] of Object.entries(graph.tools)) {
    const binding = configuration.tools[tool.from]
    const standard = standardTools.get(tool.from)
    if (binding === undefined && standard !== undefined) {
      tools.set(tool.from, standard)
    } else if (binding === undefined) {
      const remedy = `with --config FILE and in it {"tools": {${JSON.stringify(tool.from)}: {"command": ["PROGRAM"]}}}`
      const users = usersOf(graph, id).join(', ')
      problems.push(`nothing is bound to the tool "${tool.from}", which ${users} may call: bind it to a program, ${remedy}`)
    } else if (!isNamed) {
      problems.push(
        `${file ?? ''} binds the tool "${tool.from}" to a program on this machine: name it with --config if it may start that`,
      )
    } else if (!programExists(binding.command[0] ?? '', folder, process.env)) {
      problems.push(`${file ?? ''} binds the tool "${tool.from}" to the program "${binding.command[0] ?? ''}", and there is none`)
    } else {
      tools.set(tool.from, createCommandTool(binding, folder))
    }
  }
  return problems.length === 0 ? { kind: 'ok', tools } : { kind: 'error', problems }
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
