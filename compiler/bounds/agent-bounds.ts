import type { AgentId, Bounds, Graph } from '../graph/index.ts'
import type { UnboundedGraph } from './bounds-of.ts'

/** Agents share their tools: without this, a team in which each may call all the later ones would take exponential time. */
const known = new WeakMap<Graph['agents'], Map<AgentId, Bounds>>()

/**
 * The bound of one call of an agent: `max_turns × (1 + repairs)` requests, each with `max_tokens`; its tools add at most
 * `max_turns` tool calls, or `max_turns` times the bound of its costliest agent-tool, one after another.
 */
export function agentBounds(graph: UnboundedGraph, id: AgentId): Bounds {
  const table = known.get(graph.agents) ?? new Map<AgentId, Bounds>()
  known.set(graph.agents, table)
  const found = table.get(id) ?? computed(graph, id)
  table.set(id, found)
  return found
}

function computed(graph: UnboundedGraph, id: AgentId): Bounds {
  const agent = graph.agents[id]
  if (agent === undefined) throw new Error(`the graph has no agent ${id}`)
  const requests = agent.max_turns * (1 + agent.repairs)
  const nested = agent.tools.flatMap((tool) => (tool.kind === 'agent' ? [agentBounds(graph, tool.agent)] : []))
  const worst = (measure: keyof Bounds) => agent.max_turns * nested.reduce((most, bounds) => Math.max(most, bounds[measure]), 0)
  const ownTools = agent.tools.some((tool) => tool.kind === 'tool') ? agent.max_turns : 0
  return {
    calls: requests + worst('calls'),
    tool_calls: Math.max(ownTools, worst('tool_calls')),
    tokens: requests * agent.max_tokens + worst('tokens'),
    depth: requests + worst('depth'),
  }
}
