import type { Machine } from '../measure/machine.ts'
import type { BenchResult, Row } from '../result.ts'
import { shortNumber } from './short-number.ts'

export interface Report {
  readonly name: string
  /** When it ran: year, month and day. */
  readonly date: string
  readonly machine: Machine
  readonly result: BenchResult
}

/** A section of docs/performance.md, ready to paste. */
export function markdownOf({ name, date, machine, result }: Report): string {
  const { method, rows, skipped, goals } = result
  const { processor, cores, system, node, load } = machine
  const parts = [
    `## \`npm run bench -- ${name}\``,
    `${date}: ${processor}, ${cores} cores, ${system}, Node ${node}, load ${load} before the run. ${method.join(' ')}`,
    table(rows),
    ...(goals.length === 0 ? [] : [goals.map(({ goal, found, reached }) =>
      `- ${goal}: ${found}, ${reached ? 'reached' : '**not reached**'}.`).join('\n')]),
    ...(skipped.length === 0 ? [] : [skipped.map((each) => `- Left out: ${each.name}. ${each.reason}`).join('\n')]),
  ]
  return `${parts.join('\n\n')}\n`
}

function table(rows: readonly Row[]): string {
  const reference = rows.find(({ ratio }) => ratio !== null)?.ratio?.to
  const lines = rows.map(({ name, unit, median, lowerQuartile, upperQuartile, samples, ratio }) => [
    name,
    `${shortNumber(median)} ${unit}`,
    samples === 1 ? '' : `${shortNumber(lowerQuartile)}–${shortNumber(upperQuartile)}`,
    ...(reference === undefined ? [] : [name === reference ? '1' : ratio === null ? '' : shortNumber(ratio.value)]),
  ])
  const heads = ['', 'median', 'middle half', ...(reference === undefined ? [] : [`× ${reference}`])]
  return [line(heads), `|${heads.map(() => '---|').join('')}`, ...lines.map(line)].join('\n')
}

const line = (cells: readonly string[]): string => `|${cells.map((cell) => cell === '' ? ' |' : ` ${cell} |`).join('')}`
