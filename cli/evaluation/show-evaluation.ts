import type { EvaluationResult, ScriptSummary } from '../../trainer/evaluation/index.ts'
import { printable } from '../terminal/printable.ts'
import { showTable } from '../text/show-table.ts'

/** What `mas eval --json` prints, version 1. */
export interface EvaluationJson {
  readonly version: 1
  readonly seed: number
  readonly scripts: readonly ScriptSummary[]
  readonly results: readonly EvaluationResult[]
}

export const evaluationJson = (
  scripts: readonly ScriptSummary[],
  results: readonly EvaluationResult[],
  seed: number,
): EvaluationJson => ({ version: 1, seed, scripts, results })

/** The scripts side by side, and what failed. */
export function showEvaluation(summaries: readonly ScriptSummary[]): string {
  const hasCost = summaries.some(({ cost }) => cost !== null)
  const isCompared = summaries.length > 1
  const header = [
    'script',
    'score',
    '95 %',
    ...(isCompared ? ['against the first'] : []),
    'runs',
    'requests',
    'tokens',
    ...(hasCost ? ['cost'] : []),
    'seconds',
  ]
  const rows = summaries.map((summary) => [
    summary.script,
    summary.score === null ? 'not judged' : share(summary.score.estimate),
    summary.score === null ? '' : `${share(summary.score.lower)} to ${share(summary.score.upper)}`,
    ...(isCompared ? [differenceText(summary)] : []),
    String(summary.runs),
    summary.requests.toFixed(1),
    summary.tokens.toFixed(0),
    ...(hasCost ? [summary.cost === null ? '' : String(Number(summary.cost.toPrecision(3)))] : []),
    summary.seconds.toFixed(2),
  ])
  return `${showTable([header, ...rows])}${summaries.map(remarks).join('')}\nRequests, tokens and cost are means of a run, seconds its median.\n`
}

function differenceText({ difference }: ScriptSummary): string {
  if (difference === null) return ''
  const points = (value: number): string => `${value < 0 ? '−' : '+'}${(100 * Math.abs(value)).toFixed(0)}`
  return `${points(difference.estimate)} (${points(difference.lower)} to ${points(difference.upper)})`
}

/** Reasons that are told; the results hold all. */
const shownReasons = 3

function remarks({ script, failures, unjudgedReasons }: ScriptSummary): string {
  const reasons = Object.entries(unjudgedReasons)
  const failed = Object.entries(failures).map(([code, count]) => `${count} × ${code}`)
  const parts = [
    ...(failed.length === 0 ? [] : [`failed ${failed.join(', ')}`]),
    ...reasons.slice(0, shownReasons).map(([reason, count]) => `${count} not judged: ${printable(reason)}`),
    ...(reasons.length > shownReasons ? [`and for ${reasons.length - shownReasons} other reasons`] : []),
  ]
  return parts.length === 0 ? '' : `${script}: ${parts.join('; ')}\n`
}

const share = (value: number): string => `${(100 * value).toFixed(0)} %`
