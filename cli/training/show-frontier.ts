import { frontierFile } from '../../trainer/index.ts'
import type { FrontierRow, FrontierSummary } from '../../trainer/index.ts'
import { showTable } from '../text/show-table.ts'

/** What designs are worth: a row for everything that was measured, the cheapest first, and the scripts on the frontier. */
export function showFrontier({ rows, tasks, cost }: FrontierSummary): readonly string[] {
  const hasPrice = cost === 'price'
  const header = [`on ${tasks} held-out tasks`, 'requests', ...(hasPrice ? ['price'] : []), 'score', '95 %', 'against votes of equal cost', 'frontier']
  const table = showTable([header, ...rows.map((row) => cells(row, hasPrice))])
  const designs = rows.filter(({ kind, isOnFrontier }) => kind === 'design' && isOnFrontier)
  return [
    table.trimEnd(),
    '',
    ...designs.flatMap((row) => [`${row.name} (${frontierFile(row)}):`, ...bodyOf(row), '']),
    ...(rows.some(({ kind }) => kind === 'design') ? [] : ['No design but those above was tried often enough in training to be measured.', '']),
  ]
}

function cells(row: FrontierRow, hasPrice: boolean): readonly string[] {
  const { name, score, requests, price, againstVotes: against, isOnFrontier } = row
  return [
    name,
    requests.toFixed(2),
    ...(hasPrice ? [price === null ? '' : String(Number(price.toPrecision(3)))] : []),
    percent(score.estimate),
    `${percent(score.lower)} to ${percent(score.upper)}`,
    against === null ? '' : `${points(against.estimate)} (${points(against.lower)} to ${points(against.upper)})`,
    isOnFrontier ? '*' : '',
  ]
}

function bodyOf({ text }: FrontierRow): readonly string[] {
  const whole = text ?? ''
  return whole.slice(Math.max(0, whole.lastIndexOf('workflow main'))).trimEnd().split('\n').map((line) => `  ${line}`)
}

const percent = (share: number): string => `${(100 * share).toFixed(0)} %`

const points = (value: number): string => `${value < 0 ? '−' : '+'}${(100 * Math.abs(value)).toFixed(0)}`
