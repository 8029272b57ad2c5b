import { boundsOf } from '../../compiler/bounds/bounds-of.ts'
import { withBlocks } from '../../compiler/graph/index.ts'
import type { AgentDefinition, Block, BudgetScope, Graph, Node, Pure, ToolDefinition, Type, Value } from '../../compiler/index.ts'

export const string: Type = { kind: 'string' }
export const int: Type = { kind: 'int' }
export const bool: Type = { kind: 'bool' }
export const number: Type = { kind: 'number' }
export const list = (element: Type, size: number | null = null): Type => ({
  kind: 'list',
  element,
  size: size === null ? null : { kind: 'number', value: size },
})
export const optional = (inner: Type): Type => ({ kind: 'optional', inner })
export const record = (fields: { readonly [name: string]: Type }): Type => ({
  kind: 'record',
  fields: Object.entries(fields).map(([name, type]) => ({ name, type })),
})
export const enumeration = (name: string, ...members: readonly string[]): Type => ({
  kind: 'enum',
  name,
  id: `test#${name}`,
  members,
})

export const value = (id: string): Pure => ({ kind: 'value', id })
export const constant = (of: Value): Pure => ({ kind: 'constant', value: of })
export const field = (of: Pure, name: string): Pure => ({ kind: 'field', of, name })
export const equal = (left: Pure, right: Pure): Pure => ({ kind: 'binary', operator: '==', left, right })
export const builtin = (name: string, inputs: readonly Pure[], selector: string | null = null): Pure => ({
  kind: 'builtin',
  name,
  arguments: inputs,
  selector,
})
export const text = (...parts: readonly (string | Pure)[]): Pure => ({
  kind: 'text',
  parts: parts.map((part) => (typeof part === 'string' ? { kind: 'chunk', value: part } : { kind: 'insert', value: part })),
})

/** An agent with one string parameter `input` and a string result, unless it is told otherwise. */
export const agent = (name: string, settings: Partial<AgentDefinition> = {}): AgentDefinition => ({
  name,
  documentation: null,
  parameters: [{ name: 'input', type: string }],
  result: string,
  role: null,
  prompt: null,
  model: 'default',
  policy: 'executor',
  tools: [],
  temperature: null,
  top_p: null,
  max_tokens: 100,
  max_turns: settings.tools === undefined ? 1 : 4,
  repairs: settings.result === undefined || settings.result.kind === 'string' ? 0 : 1,
  timeout: null,
  ...settings,
})

/** A pure tool with one string parameter `input` and a string result, unless it is told otherwise. */
export const tool = (name: string, settings: Partial<ToolDefinition> = {}): ToolDefinition => ({
  name,
  documentation: null,
  parameters: [{ name: 'input', type: string }],
  result: string,
  from: `host:${name}`,
  pure: true,
  ...settings,
})

/** A node as a test writes it: without a place, its name given by itself; instances are filled in by `graph`. */
type Draft<Kind> = Kind extends { readonly kind: unknown }
  ? Omit<Kind, 'instance' | 'place' | 'budgets'> & { readonly budgets?: readonly number[] }
  : never
export type NodeDraft = Draft<Node>

export const block = (nodes: readonly NodeDraft[], ...outputs: readonly Pure[]): Block => ({
  nodes: nodes.map((draft): Node => ({
    budgets: [],
    ...draft,
    instance: draft.name,
    place: { file: 'test.mas', start: 0, end: 0 },
  })),
  outputs,
})

export interface GraphDraft {
  readonly parameters?: { readonly [name: string]: Type }
  readonly result?: Type
  readonly agents?: readonly AgentDefinition[]
  readonly tools?: readonly ToolDefinition[]
  readonly budgets?: readonly BudgetScope[]
  readonly body: Block
}

/** A graph called `main`; agents and tools go by their names, parameters by theirs. */
export function graph(draft: GraphDraft): Graph {
  const unbounded = {
    version: 1 as const,
    workflow: 'main',
    file: 'test.mas',
    documentation: null,
    parameters: Object.entries(draft.parameters ?? {}).map(([name, type]) => ({ name, type, value: name })),
    result: draft.result ?? string,
    body: withInstances(draft.body, []),
    agents: Object.fromEntries((draft.agents ?? []).map((one) => [one.name, one])),
    tools: Object.fromEntries((draft.tools ?? []).map((one) => [one.name, one])),
    budgets: draft.budgets ?? [],
  }
  return { ...unbounded, bounds: boundsOf(unbounded) }
}

/** Writes `[*]` behind the name of every loop around a node. */
function withInstances(of: Block, loops: readonly string[]): Block {
  return { ...of, nodes: of.nodes.map((node) => withInstance(node, loops)) }
}

function withInstance(node: Node, loops: readonly string[]): Node {
  const instance = loops.reduceRight(
    (name, loop) => (name.startsWith(loop) ? `${loop}[*]${name.slice(loop.length)}` : `${name}[*]`),
    node.name,
  )
  const isLoop = ['repeat', 'for', 'each', 'sample'].includes(node.kind)
  const around = isLoop ? [...loops, node.name] : loops
  return withBlocks({ ...node, instance }, (inner) => withInstances(inner, around))
}
