import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { writeWholeFile } from '../files/index.ts'
import type { FrontierRow, FrontierSummary } from '../frontier/index.ts'

/** Where the designs of a frontier lie in a run folder. */
export const frontierFolder = 'frontier'

/** The file of a design: `frontier/design-1.mas`. */
export const frontierFile = ({ name }: Pick<FrontierRow, 'name'>): string => join(frontierFolder, `${name.replace(' ', '-')}.mas`)

/** Writes each design that was found as a script of its own, with what it came to in front. */
export function writeFrontierFiles(folder: string, { rows, tasks }: FrontierSummary): void {
  const designs = rows.filter(({ kind }) => kind === 'design')
  if (designs.length > 0) mkdirSync(join(folder, frontierFolder), { recursive: true })
  for (const row of designs) writeWholeFile(join(folder, frontierFile(row)), `${headOf(row, tasks)}\n${row.text ?? ''}`)
}

function headOf({ score, requests, price }: FrontierRow, tasks: number): string {
  const share = (value: number): string => value.toFixed(3)
  const cost = price === null ? '' : `, price ${Number(price.toPrecision(3))}`
  const interval = `${share(score.lower)} to ${share(score.upper)}`
  return `// On ${tasks} held-out tasks: score ${share(score.estimate)} (${interval}), ${requests.toFixed(2)} requests${cost} a task.`
}
