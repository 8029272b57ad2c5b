import type { Budget, BudgetMeasure } from '../../../grammar/index.ts'
import { declarationsMessages } from '../../diagnostics/declarations-messages.ts'
import { duplicatesMessages } from '../../diagnostics/duplicates-messages.ts'
import type { Report } from '../../diagnostics/reporter.ts'
import { integerFrom, seconds } from './number-rule.ts'
import type { NumberRule } from './number-rule.ts'

const rules: Readonly<Record<BudgetMeasure, NumberRule>> = {
  calls: integerFrom(0),
  tokens: integerFrom(0),
  depth: integerFrom(0),
  seconds,
}

/** Each limit stands once, with a value that means something. Whether the work fits the limits is known later. */
export function checkBudget({ limits }: Budget, report: Report): void {
  const seen = new Set<BudgetMeasure>()
  for (const { measure, key, value } of limits) {
    const { rule, accepts } = rules[measure]
    if (seen.has(measure)) report(duplicatesMessages.duplicateSetting, { name: measure }, key.range)
    else if (!accepts(value.value, value.integer)) report(declarationsMessages.settingRange, { name: measure, rule }, value.range)
    seen.add(measure)
  }
}
