import type { Graph } from '../../graph/index.ts'
import { pointerTo } from '../pointer.ts'
import type { ProblemList } from '../problem-list.ts'
import { nodesOf } from './visit-nodes.ts'

/** Budgets limit something, nodes name budgets that exist, and a node is on account of every budget that its region is. */
export function checkBudgets(graph: Graph, problems: ProblemList): void {
  const { budgets } = graph
  budgets.forEach(({ tokens, seconds }, position) => {
    if (tokens !== null || seconds !== null) return
    problems.add('structure', pointerTo('', 'budgets', position), 'This budget limits nothing.', 'Give it `tokens` or `seconds`.')
  })
  for (const { node, place, around } of nodesOf(graph)) {
    const outer = around?.node.budgets ?? []
    const at = pointerTo(place, 'budgets')
    const missing = node.budgets.find((budget) => budget >= budgets.length)
    if (missing !== undefined) {
      const remedy =
        budgets.length === 0 ? 'The graph has none: write `[]`.' : `Its budgets have the positions 0 to ${budgets.length - 1}.`
      problems.add('structure', at, `The graph has no budget ${missing}.`, remedy)
    } else if (node.budgets.some((budget, position) => position > 0 && budget <= (node.budgets[position - 1] ?? budget))) {
      problems.add('structure', at, 'The budgets of a node stand in ascending order, each once.')
    } else if (outer.some((budget, position) => node.budgets[position] !== budget)) {
      const remedy = `They begin with \`${JSON.stringify(outer)}\`.`
      problems.add('structure', at, 'A node is on account of the budgets of the region around it.', remedy)
    }
  }
}
