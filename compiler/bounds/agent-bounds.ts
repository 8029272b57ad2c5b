import type { AgentId, Bounds } from '../graph/index.ts'
import type { UnboundedGraph } from './bounds-of.ts'

/**
 * The bound of one call of an agent: `max_turns × (1 + repairs)` requests, each with `max_tokens`; its tools add at most
 * `max_turns` tool calls, or `max_turns` times the bound of its costliest agent-tool, one after another.
 */
export function agentBounds(graph: UnboundedGraph, id: AgentId): Bounds {
  const agent = graph.agents[id]
  if (agent === undefined) throw new Error(`the graph has no agent ${id}`)
  const requests = agent.max_turns * (1 + agent.repairs)
  const nested = agent.tools.flatMap((tool) => (tool.kind === 'agent' ? [agentBounds(graph, tool.agent)] : []))
  const worst = (measure: keyof Bounds) => agent.max_turns * Math.max(0, ...nested.map((bounds) => bounds[measure]))
  const ownTools = agent.tools.some((tool) => tool.kind === 'tool') ? agent.max_turns : 0
  return {
    calls: requests + worst('calls'),
    tool_calls: Math.max(ownTools, worst('tool_calls')),
    tokens: requests * agent.max_tokens + worst('tokens'),
    depth: requests + worst('depth'),
  }
}
