import type { Budget, BudgetMeasure } from '../../../grammar/index.ts'
import { declarationsMessages } from '../../diagnostics/declarations-messages.ts'
import { duplicatesMessages } from '../../diagnostics/duplicates-messages.ts'
import { firstOfEach } from '../../diagnostics/first-of-each.ts'
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
export function checkBudget({ limits }: Budget, path: string, report: Report): void {
  const isFirst = firstOfEach(duplicatesMessages.duplicateSetting, path, report)
  for (const { measure, key, value } of limits) {
    const { rule, accepts } = rules[measure]
    if (!isFirst(key) || accepts(value.value, value.integer)) continue
    report(declarationsMessages.settingRange, { name: measure, rule }, value.range)
  }
}
