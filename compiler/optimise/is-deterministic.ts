import type { AgentNode, AgentTool, ComputeNode, Graph, Node, ToolNode } from '../graph/index.ts'

/** A node that gives one value, without blocks of its own. */
export type SingleStep = AgentNode | ToolNode | ComputeNode

/**
 * Whether the node's arguments alone decide what it comes to: a pure step, a pure tool, or an agent at temperature 0 whose tools,
 * and theirs, are all of these. That a model at temperature 0 gives equal replies to equal requests, whatever the seed, is assumed.
 */
export function isDeterministic({ agents, tools }: Graph, node: Node): node is SingleStep {
  if (node.kind !== 'agent' && node.kind !== 'tool') return node.kind === 'compute'
  const pending: AgentTool[] = [node]
  const seen = new Set<string>()
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (next.kind === 'tool') {
      if (tools[next.tool]?.pure !== true) return false
    } else if (!seen.has(next.agent)) {
      seen.add(next.agent)
      const agent = agents[next.agent]
      if (agent?.temperature !== 0) return false
      pending.push(...agent.tools)
    }
  }
  return true
}
