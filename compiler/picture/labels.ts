import type { AgentNode, Graph, Node, ToolNode } from '../graph/index.ts'

/** What is called, the name that the script gives the call, and the tools that an agent may use. */
export function callLines(graph: Graph, node: AgentNode | ToolNode, around: string): readonly string[] {
  if (node.kind === 'tool') {
    const name = graph.tools[node.tool]?.name ?? node.tool
    return [name, ...ownName(node, name, around, graph.workflow)]
  }
  const agent = graph.agents[node.agent]
  const name = agent?.name ?? node.agent
  const tools = (agent?.tools ?? []).map((tool) =>
    tool.kind === 'tool' ? (graph.tools[tool.tool]?.name ?? tool.tool) : (graph.agents[tool.agent]?.name ?? tool.agent),
  )
  const lines = [name, ...ownName(node, name, around, graph.workflow)]
  return tools.length === 0 ? lines : [...lines, `tools: ${tools.join(', ')}`]
}

/** The call's instance name, without the path of what is around it and without the callee. */
function ownName(node: Node, callee: string, around: string, workflow: string): readonly string[] {
  const prefix = [`${around}[*]/`, `${around}/`, `${workflow}/`].find((candidate) => node.instance.startsWith(candidate)) ?? ''
  const path = node.instance.slice(prefix.length)
  const own = path === callee ? '' : path.endsWith(`/${callee}`) ? path.slice(0, -callee.length - 1) : path
  return own === '' ? [] : [own]
}

/** A region with its bound. */
export function regionTitle(node: Node): string {
  switch (node.kind) {
    case 'repeat':
      return `repeat max ${node.maximum}`
    case 'for':
      return `for each in order, max ${node.maximum}`
    case 'each':
      return node.ordered ? `each in order, max ${node.maximum}` : `each, max ${node.maximum}`
    case 'sample':
      return node.until === undefined ? `sample ${node.count}` : `sample ${node.count}, until the vote is certain`
    case 'lazy':
      return node.operator
    default:
      return node.kind
  }
}

/** The title of a region's block, or `null` where the region has but one. */
export function armTitle(node: Node, position: number): string | null {
  switch (node.kind) {
    case 'if':
      return position === 0 ? 'then' : 'else'
    case 'match':
      return node.arms[position]?.member ?? 'else'
    case 'otherwise':
      return position === 0 ? 'try' : 'otherwise'
    default:
      return null
  }
}
