import type { FamilyPayoff, Payoff, PayoffRow, Worth } from '../../trainer/payoff/index.ts'
import { showTable } from '../text/show-table.ts'

/** Forms that are shown beside what is asked for, the best first. */
const mostForms = 8

/** What was measured, what pays, and the best of each form. */
export function showPayoff(name: string, pays: string, payoff: FamilyPayoff): string {
  const { space, measured, completeTo, executions } = payoff
  return [
    `${name}: ${pays}.`,
    `${measured.toLocaleString('en')} of ${space.toLocaleString('en')} designs measured, all of at most ${completeTo} choices among them; ` +
      `${executions.toLocaleString('en')} executions of each that was left.`,
    '',
    showTable([['', 'success', 'requests', 'reward', 'what it calls'], ...rowsOf(payoff)]).trimEnd(),
    '',
    ...designsOf(payoff),
    '',
  ].join('\n')
}

function rowsOf(payoff: Payoff): readonly (readonly string[])[] {
  const { paying, payingTogether, direct, consistent, bestTogether, best, forms } = payoff
  return [
    line('what the family is for', payingTogether, [...new Set(paying.map(({ form }) => form))].join(' / ')),
    line('best for each difficulty', bestTogether, ''),
    line('best for all', best, best.form),
    line('the single agent', direct, direct.form),
    line('self-consistency at equal cost', consistent, consistent.form),
    ...forms.slice(0, mostForms).map((row) => line('best of its form', row, row.form)),
  ]
}

const line = (title: string, { success, requests, reward }: Worth, form: string): readonly string[] => [
  title,
  `${(100 * success).toFixed(1)} %`,
  requests.toFixed(2),
  reward.toFixed(3),
  form,
]

function designsOf({ paying, best, bestByDifficulty }: Payoff): readonly string[] {
  const entries: readonly (readonly [string, PayoffRow])[] = [
    ...paying.map((row) => ['the family is for', row] as const),
    ['best for all', best],
    ...[...bestByDifficulty].map(([difficulty, row]) => [`best at difficulty ${difficulty}`, row] as const),
  ]
  return entries.map(([title, { body }]) => `${title}: ${body}`)
}
