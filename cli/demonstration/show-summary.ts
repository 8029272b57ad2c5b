import type { Summary } from '../../trainer/demonstration/index.ts'
import { showTable } from '../text/show-table.ts'
import { duration } from './duration.ts'

/** The table at the end of a demonstration, and the designs that the trained designer prefers. */
export function showSummary(summary: Summary, folder: string): string {
  const families = summary.arms[0]?.byFamily.map((entry) => entry.family) ?? []
  const header = ['held-out success', 'before', 'after', '95 % interval', 'requests per task', 'training requests', ...families]
  const rows = summary.arms.map((arm) => [
    arm.title,
    percent(arm.before),
    percent(arm.after),
    `${percent(arm.ci[0])} to ${percent(arm.ci[1])}`,
    arm.requestsPerTask.toFixed(1),
    arm.trainRequests.toLocaleString('en'),
    ...families.map((family) => percent(arm.byFamily.find((entry) => entry.family === family)?.after ?? 0)),
  ])
  return [
    '',
    showTable([header, ...rows]).trimEnd(),
    '',
    ...(summary.designs.length === 0 ? [] : preferred(summary)),
    `${summary.leakage.leaked} of ${summary.leakage.heldOut} held-out texts occur among the intermediate results of training tasks.`,
    `${duration(summary.wallSeconds * 1000)} on the ${summary.backend} backend, seed ${summary.seed}. Everything is in ${folder}: summary.json, metrics.jsonl, report.html, checkpoints.`,
    '',
  ].join('\n')
}

function preferred(summary: Summary): readonly string[] {
  const seen = new Set<string>()
  const title = `${percent(summary.compiledShare)} of the designs written in training compiled. Preferred designs of "${summary.arms[0]?.title ?? ''}":`
  const designs = summary.designs.flatMap((design) => {
    const key = `${design.family} ${design.difficulty}`
    if (seen.has(key)) return []
    seen.add(key)
    const body = design.text.slice(design.text.indexOf('workflow '))
    return [`${design.family}, difficulty ${design.difficulty} (${percent(design.share)} of its designs):`, ...body.trimEnd().split('\n').map((line) => `  ${line}`), '']
  })
  return [title, '', ...designs]
}

const percent = (share: number): string => `${(100 * share).toFixed(0)} %`
