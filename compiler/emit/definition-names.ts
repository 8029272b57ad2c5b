import type { AgentDefinition, Graph, ToolDefinition } from '../graph/index.ts'
import type { Identifiers } from './identifiers.ts'

/** The agents and tools of several graphs, each once, under the constant of the module that holds it. */
export interface DefinitionNames {
  /** In an order in which each stands behind what it names. */
  readonly constants: readonly EmittedDefinition[]
  /** The constants of a graph's agents and tools by id. */
  readonly ofGraph: (graph: Graph) => GraphNames
}

interface GraphNames {
  readonly agents: ReadonlyMap<string, string>
  readonly tools: ReadonlyMap<string, string>
}

export type EmittedDefinition =
  | { readonly kind: 'tool'; readonly identifier: string; readonly definition: ToolDefinition }
  | {
      readonly kind: 'agent'
      readonly identifier: string
      readonly definition: AgentDefinition
      /** The constants of its tools. */
      readonly tools: readonly string[]
    }

export function definitionNames(graphs: readonly Graph[], identifiers: Identifiers): DefinitionNames {
  const known = new Map<string, string>()
  const constants: EmittedDefinition[] = []
  const byGraph = new Map(
    graphs.map((graph) => {
      const agents = new Map<string, string>()
      const tools = new Map<string, string>()
      const tool = (id: string): string => {
        const definition = graph.tools[id]
        if (definition === undefined) throw new Error(`the graph does not define ${id}`)
        const key = JSON.stringify(definition)
        const identifier = known.get(key) ?? identifiers.take(definition.name)
        if (!known.has(key)) constants.push({ kind: 'tool', identifier, definition })
        known.set(key, identifier)
        tools.set(id, identifier)
        return identifier
      }
      const agent = (id: string): string => {
        const definition = graph.agents[id]
        if (definition === undefined) throw new Error(`the graph does not define ${id}`)
        const inner = definition.tools.map((one) => (one.kind === 'tool' ? tool(one.tool) : agent(one.agent)))
        const key = JSON.stringify([{ ...definition, tools: [] }, inner])
        const identifier = known.get(key) ?? identifiers.take(definition.name)
        if (!known.has(key)) constants.push({ kind: 'agent', identifier, definition, tools: inner })
        known.set(key, identifier)
        agents.set(id, identifier)
        return identifier
      }
      for (const id of Object.keys(graph.tools)) tool(id)
      for (const id of Object.keys(graph.agents)) agent(id)
      return [graph, { agents, tools }] as const
    }),
  )
  const ofGraph = (graph: Graph): GraphNames => {
    const names = byGraph.get(graph)
    if (names === undefined) throw new Error('every graph has its definitions')
    return names
  }
  return { constants, ofGraph }
}
