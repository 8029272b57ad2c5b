import type { WorkflowSymbol } from '../check/checked-program.ts'
import { costliestNode } from '../bounds/costliest-node.ts'
import { boundsMessages } from '../diagnostics/bounds-messages.ts'
import type { Reporter } from '../diagnostics/reporter.ts'
import type { Bounds, Graph } from '../graph/index.ts'

/**
 * Reports bounds that are too large to be exact numbers, and a budget of calls or depth that the workflow's bound exceeds.
 * The result says whether the bounds are exact.
 */
export function checkBounds(workflow: WorkflowSymbol, graph: Graph, reporter: Reporter): boolean {
  const measure = beyondCounting(graph.bounds)
  if (measure !== null) {
    reporter.report(boundsMessages.beyondCounting, { name: workflow.name, measure }, workflow.declaration.name.range)
    return false
  }
  for (const { measure, key, value } of workflow.declaration.budget?.limits ?? []) {
    if (measure !== 'calls' && measure !== 'depth') continue
    const bound = graph.bounds[measure]
    if (bound <= value.value) continue
    const node = costliestNode(graph, measure)
    reporter.report(
      boundsMessages.overBudget,
      { name: workflow.name, measure, budget: value.value, bound, costliest: node?.name ?? null, cost: node?.cost ?? 0 },
      { start: key.range.start, end: value.range.end },
    )
  }
  return true
}

function beyondCounting(bounds: Bounds): keyof Bounds | null {
  const measures = ['calls', 'tool_calls', 'tokens', 'depth'] as const
  return measures.find((measure) => !Number.isSafeInteger(bounds[measure])) ?? null
}
