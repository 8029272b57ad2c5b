import type { AgentDefinition, AgentId, Pure, ToolDefinition, ToolId, Value } from '../../compiler/index.ts'
import type { Failure } from '../values/failure.ts'

/** A role or prompt: an expression over the agent's parameters, or a function of its inputs in parameter order. */
export type Template = Pure | ((inputs: readonly Value[]) => string | Failure)

/** An agent as it is called: that of a graph, or one whose texts are functions. */
export type CallableAgent = Omit<AgentDefinition, 'role' | 'prompt'> & {
  readonly role: Template | null
  readonly prompt: Template | null
}

/** The agents and tools of a run. */
export interface Definitions {
  readonly agents: Readonly<Record<AgentId, CallableAgent>>
  readonly tools: Readonly<Record<ToolId, ToolDefinition>>
}
