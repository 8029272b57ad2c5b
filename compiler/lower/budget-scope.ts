import type { WorkflowSymbol } from '../check/checked-program.ts'
import type { BudgetScope } from '../graph/index.ts'

/** The part of a workflow's budget that is enforced while it runs; `null` where there is none. */
export function budgetScope(workflow: WorkflowSymbol, path: string): BudgetScope | null {
  const limits = workflow.declaration.budget?.limits ?? []
  const limit = (measure: string) => limits.find((entry) => entry.measure === measure)?.value.value ?? null
  const tokens = limit('tokens')
  const seconds = limit('seconds')
  return tokens === null && seconds === null ? null : { path, workflow: workflow.name, tokens, seconds }
}
