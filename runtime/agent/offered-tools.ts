import { isPureTool } from '../../compiler/graph/index.ts'
import type { AgentTool, RecordType, Type } from '../../compiler/index.ts'
import type { OfferedTool } from '../model/model-client.ts'
import { jsonSchemaOf } from '../values/json-schema.ts'
import type { CallableAgent, Definitions } from './definitions.ts'

/** A tool or an agent that a model may call. */
export interface CallableTool {
  readonly tool: AgentTool
  readonly offer: OfferedTool
  readonly parameters: RecordType
  /** Whether it, or anything it reaches, may have an effect that order matters to. */
  readonly pure: boolean
}

interface Signature {
  readonly name: string
  readonly documentation: string | null
  readonly parameters: readonly { readonly name: string; readonly type: Type }[]
}

/** What the agent's model may call, by the name that the model sees. */
export function callableTools(definitions: Definitions, agent: Pick<CallableAgent, 'tools'>): ReadonlyMap<string, CallableTool> {
  return new Map(
    agent.tools.map((tool) => {
      const signature: Signature =
        tool.kind === 'tool' ? definitionOf(definitions.tools, tool.tool) : definitionOf(definitions.agents, tool.agent)
      const parameters: RecordType = { kind: 'record', fields: signature.parameters }
      const offer = { name: signature.name, description: signature.documentation ?? '', parameters: jsonSchemaOf(parameters) }
      return [signature.name, { tool, offer, parameters, pure: isPureTool(definitions, tool) }] as const
    }),
  )
}

/** An entry of the graph's tables, which are complete. */
export function definitionOf<Definition>(table: Readonly<Record<string, Definition>>, id: string): Definition {
  const definition = Object.hasOwn(table, id) ? table[id] : undefined
  if (definition === undefined) throw new Error(`the graph does not define ${id}`)
  return definition
}
