import type { Block, BudgetScope, Graph, Node } from '../../compiler/index.ts'
import { withBlocks } from '../../compiler/graph/index.ts'

/** Nodes of a block, from one position to another, that are on account of a budget. */
export interface BudgetedNodes {
  /** Which block, in the order in which blocks open in the text; the workflow's own, 0, where it is left out. */
  readonly block?: number
  readonly from: number
  readonly to: number
  readonly tokens: number | null
  readonly seconds?: number
}

/** The graph, with the nodes on account of the budgets, as nodes of workflows that were written out are. */
export function withBudgets(graph: Graph, budgeted: readonly BudgetedNodes[]): Graph {
  const first = graph.budgets.length
  let opened = 0
  const inBlock = (block: Block, around: readonly number[]): Block => {
    const here = opened
    opened += 1
    const nodes = block.nodes.map((node, position): Node => {
      const begun = budgeted.flatMap(({ block: wanted = 0, from, to }, index) =>
        wanted === here && position >= from && position < to ? [first + index] : [],
      )
      const own = [...around, ...begun]
      return withBlocks({ ...node, budgets: [...node.budgets, ...own] }, (inner) => inBlock(inner, own))
    })
    return { ...block, nodes }
  }
  const body = inBlock(graph.body, [])
  const budgets = budgeted.map(({ tokens, seconds = null }, index): BudgetScope => {
    return { path: `main/part${index + 1}`, workflow: `part${index + 1}`, tokens, seconds }
  })
  return { ...graph, body, budgets: [...graph.budgets, ...budgets] }
}
