import type { WorkflowSymbol } from '../check/checked-program.ts'
import { costliestNode } from '../bounds/costliest-node.ts'
import { boundsMessages } from '../diagnostics/bounds-messages.ts'
import type { Reporter } from '../diagnostics/reporter.ts'
import type { Graph } from '../graph/index.ts'

/** Reports a budget of calls or depth that the workflow's own bound exceeds. */
export function checkBudget(workflow: WorkflowSymbol, graph: Graph, reporter: Reporter): void {
  for (const { measure, key, value } of workflow.declaration.budget?.limits ?? []) {
    if (measure !== 'calls' && measure !== 'depth') continue
    const bound = graph.bounds[measure]
    if (bound <= value.value) continue
    const costliest = costliestNode(graph)
    reporter.report(
      boundsMessages.overBudget,
      { name: workflow.name, measure, budget: value.value, bound, costliest: costliest?.name ?? null, cost: costliest?.calls ?? 0 },
      { start: key.range.start, end: value.range.end },
    )
  }
}
