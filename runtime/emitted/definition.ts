import type { AgentDefinition, AgentId, RecordType, ToolDefinition, ToolId, Type, Value } from '../../compiler/index.ts'
import type { CallableAgent, Definitions, Template } from '../agent/definitions.ts'
import type { Failure } from '../values/failure.ts'
import { recordOf } from '../values/record.ts'
import { EvaluationFailed } from './halt.ts'

/** Types of values by name, in order. */
export interface FieldTypes {
  readonly [name: string]: Type
}

/** A tool as an emitted module declares it. `Inputs` is a record of its arguments. */
export interface Tool<Inputs, Result> {
  readonly kind: 'tool'
  readonly definition: ToolDefinition
  /** Never there: it ties the types to the tool. */
  readonly call?: (inputs: Inputs) => Result
}

/** An agent as an emitted module declares it. `Inputs` is a record of its arguments. */
export interface Agent<Inputs, Result> {
  readonly kind: 'agent'
  readonly definition: Omit<CallableAgent, 'tools'>
  readonly tools: readonly Callable[]
  /** Never there: it ties the types to the agent. */
  readonly call?: (inputs: Inputs) => Result
}

/** An agent or a tool, whatever it takes. */
export type Callable =
  | Pick<Agent<never, unknown>, 'kind' | 'definition' | 'tools'>
  | Pick<Tool<never, unknown>, 'kind' | 'definition'>

type TextOf<Inputs> = string | ((inputs: Inputs) => string)

/** What an agent's declaration says; what is left out is as in the language. */
export interface AgentSettings<Inputs> {
  readonly name: string
  readonly documentation?: string
  readonly parameters: FieldTypes
  readonly result: Type
  readonly role?: TextOf<Inputs>
  readonly prompt?: TextOf<Inputs>
  readonly model?: string
  readonly policy?: string
  readonly tools?: readonly Callable[]
  readonly temperature?: number
  readonly top_p?: number
  readonly max_tokens?: number
  readonly max_turns?: number
  readonly repairs?: number
  readonly timeout?: number
}

/** Declares an agent. */
export function agent<Inputs, Result>(settings: AgentSettings<Inputs>): Agent<Inputs, Result> {
  const { name, documentation = null, result, tools = [], model = 'default', policy = 'executor' } = settings
  const { temperature = null, top_p = null, max_tokens = 1024, timeout = null } = settings
  const { max_turns = tools.length === 0 ? 1 : 4, repairs = result.kind === 'string' ? 0 : 1 } = settings
  const parameters = fieldsOf(settings.parameters).fields
  const template = (text: TextOf<Inputs> | undefined): Template | null =>
    text === undefined ? null : (values) => fill(text, inputsOf<Inputs>(parameters, values))
  const texts = { role: template(settings.role), prompt: template(settings.prompt) }
  const limits = { temperature, top_p, max_tokens, max_turns, repairs, timeout }
  return { kind: 'agent', definition: { name, documentation, parameters, result, ...texts, model, policy, ...limits }, tools }
}

/** Declares a tool: what it takes, what it gives, where it comes from. */
export function tool<Inputs, Result>(settings: {
  readonly name: string
  readonly documentation?: string
  readonly parameters: FieldTypes
  readonly result: Type
  readonly from: string
  readonly pure: boolean
}): Tool<Inputs, Result> {
  const { documentation = null, ...rest } = settings
  return { kind: 'tool', definition: { ...rest, documentation, parameters: fieldsOf(settings.parameters).fields } }
}

/** The record type of these fields. */
export const fieldsOf = (fields: FieldTypes): RecordType => ({
  kind: 'record',
  fields: Object.entries(fields).map(([name, type]) => ({ name, type })),
})

function fill<Inputs>(text: TextOf<Inputs>, inputs: Inputs): string | Failure {
  try {
    return typeof text === 'string' ? text : text(inputs)
  } catch (error) {
    if (error instanceof EvaluationFailed) return error.failure
    throw error
  }
}

/** The arguments by name. The checker of the language, and that of TypeScript, have made sure of their types. */
const inputsOf = <Inputs>(parameters: AgentDefinition['parameters'], values: readonly Value[]): Inputs =>
  recordOf(parameters.map(({ name }, position) => [name, values[position] ?? null] as const)) as Inputs

/** The agents and tools that calls can reach, each under an id of its own. */
export interface DefinitionTable extends Definitions {
  readonly ids: ReadonlyMap<object, string>
}

/** Collects what the given agents and tools reach. */
export function definitionTable(callables: readonly Callable[]): DefinitionTable {
  const ids = new Map<object, string>()
  const agents: Record<AgentId, CallableAgent> = Object.create(null) as Record<AgentId, CallableAgent>
  const tools: Record<ToolId, ToolDefinition> = Object.create(null) as Record<ToolId, ToolDefinition>
  const add = (callable: Callable): string => {
    const known = ids.get(callable)
    if (known !== undefined) return known
    const { name } = callable.definition
    const id = `${name}#${ids.size + 1}`
    ids.set(callable, id)
    if (callable.kind === 'tool') {
      tools[id] = callable.definition
      return id
    }
    const reached = callable.tools.map((inner) =>
      inner.kind === 'tool' ? { kind: inner.kind, tool: add(inner) } : { kind: inner.kind, agent: add(inner) },
    )
    agents[id] = { ...callable.definition, tools: reached }
    return id
  }
  for (const callable of callables) add(callable)
  return { ids, agents, tools }
}
