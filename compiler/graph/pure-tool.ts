import type { AgentId, AgentTool, ToolId } from './graph.ts'

/** What has to be known of definitions to say what has effects. */
export interface ToolsOfAgents {
  readonly agents: Readonly<Record<AgentId, { readonly tools: readonly AgentTool[] }>>
  readonly tools: Readonly<Record<ToolId, { readonly pure: boolean }>>
}

/** Whether nothing that the tool or agent reaches, tools of tools included, has an effect that order matters to. */
export function isPureTool(definitions: ToolsOfAgents, root: AgentTool): boolean {
  const pending = [root]
  const seen = new Set<AgentId>()
  for (let tool = pending.pop(); tool !== undefined; tool = pending.pop()) {
    if (tool.kind === 'tool') {
      if (definitions.tools[tool.tool]?.pure !== true) return false
    } else if (!seen.has(tool.agent)) {
      seen.add(tool.agent)
      const agent = definitions.agents[tool.agent]
      if (agent === undefined) return false
      pending.push(...agent.tools)
    }
  }
  return true
}
