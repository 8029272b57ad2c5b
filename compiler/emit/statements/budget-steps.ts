import type { Node } from '../../graph/index.ts'
import { objectText } from '../identifiers.ts'
import { limitFields } from '../limit-fields.ts'
import { stringLiteral } from '../literals.ts'
import type { Place } from './place.ts'

/** The variables that hold the steps on account of each budget, while nodes under it may follow. */
export type BudgetSteps = Map<number, string>

/** The steps on account of the node's budgets: those of workflows written out here are begun at their first node. */
export function stepsFor({ budgets }: Node, place: Place, known: BudgetSteps): string {
  const { graph } = place.writing.module
  let steps = place.steps
  for (const budget of budgets) {
    const limits = graph.budgets[budget]
    if (limits === undefined || place.budgets.includes(budget)) continue
    const begun = known.get(budget)
    if (begun !== undefined) {
      steps = begun
      continue
    }
    const own = place.scope.names.take(`${limits.workflow}Steps`)
    const fields = [
      ['path', stringLiteral(limits.path)],
      ['workflow', stringLiteral(limits.workflow)],
      ...limitFields(limits),
    ] as const
    place.lines.add(`const ${own} = ${steps}.budget(${objectText(fields)})`)
    known.set(budget, own)
    steps = own
  }
  return steps
}

/** Says of budgets under which none of the nodes stands that their last step was reached. */
export function closeBudgets(known: BudgetSteps, later: readonly Node[], place: Place): void {
  for (const [budget, steps] of known) {
    if (later.some(({ budgets }) => budgets.includes(budget))) continue
    place.lines.add(`${steps}.close()`)
    known.delete(budget)
  }
}
