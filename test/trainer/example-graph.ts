import type { AgentDefinition, Block, Graph, Node, NodeName, Pure, Type, Value } from '../../compiler/index.ts'

export const text: Type = { kind: 'string' }

export const value = (id: string): Pure => ({ kind: 'value', id })

export const constant = (of: Value): Pure => ({ kind: 'constant', value: of })

export const equals = (left: Pure, right: Pure): Pure => ({ kind: 'binary', operator: '==', left, right })

export const call = (name: string, inputs: readonly Pure[]): Pure => ({
  kind: 'builtin',
  name,
  arguments: inputs,
  selector: null,
})

export const block = (nodes: readonly Node[], ...outputs: readonly Pure[]): Block => ({ nodes, outputs })

/** What every node has; the instance is the name unless it stands in a loop. */
export const base = (name: NodeName, instance = name) => ({
  name,
  instance,
  place: { file: 'a.mas', start: 0, end: 0 },
  budgets: [],
})

/** A call of the agent `A`, which reads texts and writes one. */
export const agent = (name: NodeName, result: string, inputs: readonly Pure[], instance = name, called = 'A'): Node => ({
  kind: 'agent',
  ...base(name, instance),
  agent: called,
  arguments: inputs,
  result,
})

export function agentDefinition(changes: Partial<AgentDefinition> = {}): AgentDefinition {
  return {
    name: 'A',
    documentation: null,
    parameters: [{ name: 'x', type: text }],
    result: text,
    role: null,
    prompt: null,
    model: 'default',
    policy: 'executor',
    tools: [],
    temperature: null,
    top_p: null,
    max_tokens: 8,
    max_turns: 1,
    repairs: 0,
    timeout: null,
    ...changes,
  }
}

/** A graph with the one input `x` and the agents `A` (writes a text) and `S` (writes a record). */
export function exampleGraph(nodes: readonly Node[], output: Pure, changes: Partial<Graph> = {}): Graph {
  return {
    version: 1,
    workflow: 'main',
    file: 'a.mas',
    documentation: null,
    parameters: [{ name: 'x', type: text, value: 'x' }],
    result: text,
    body: block(nodes, output),
    agents: {
      A: agentDefinition(),
      S: agentDefinition({ name: 'S', result: { kind: 'record', fields: [{ name: 'answer', type: text }] }, repairs: 1 }),
    },
    tools: {},
    budgets: [],
    bounds: { calls: 1, tool_calls: 0, tokens: 8, depth: 1 },
    ...changes,
  }
}
