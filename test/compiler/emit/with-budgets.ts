import type { Block, Graph, Node } from '../../../compiler/index.ts'

/** Nodes of a graph's body, from one position to another, that are on account of a budget of so many tokens. */
export interface BudgetedNodes {
  readonly from: number
  readonly to: number
  readonly tokens: number
}

/** The graph, with the nodes on account of the budgets, as nodes of workflows that were written out are. */
export function withBudgets(graph: Graph, budgeted: readonly BudgetedNodes[]): Graph {
  const first = graph.budgets.length
  const nodes = graph.body.nodes.map((node, position) => {
    const own = budgeted.flatMap(({ from, to }, index) => (position >= from && position < to ? [first + index] : []))
    return own.length === 0 ? node : onAccount(node, own)
  })
  const budgets = budgeted.map(({ tokens }, index) => {
    return { path: `main/part${index + 1}`, workflow: `part${index + 1}`, tokens, seconds: null }
  })
  return { ...graph, body: { ...graph.body, nodes }, budgets: [...graph.budgets, ...budgets] }
}

function onAccount(node: Node, own: readonly number[]): Node {
  const inner = (block: Block): Block => ({ ...block, nodes: block.nodes.map((one) => onAccount(one, own)) })
  const budgets = [...node.budgets, ...own]
  switch (node.kind) {
    case 'agent':
    case 'tool':
    case 'compute':
    case 'assert':
    case 'stop':
      return { ...node, budgets }
    case 'if':
      return { ...node, budgets, then: inner(node.then), else: inner(node.else) }
    case 'match':
      return { ...node, budgets, arms: node.arms.map((arm) => ({ ...arm, block: inner(arm.block) })) }
    case 'repeat':
    case 'for':
    case 'each':
    case 'sample':
      return { ...node, budgets, body: inner(node.body) }
    case 'otherwise':
      return { ...node, budgets, attempt: inner(node.attempt), fallback: inner(node.fallback) }
    case 'lazy':
      return { ...node, budgets, right: inner(node.right) }
  }
}
