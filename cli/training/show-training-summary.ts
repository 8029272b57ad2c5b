import type { TrainingEndReason, TrainingSummary } from '../../trainer/index.ts'
import { showTable } from '../text/show-table.ts'
import { showFrontier } from './show-frontier.ts'

/** The table at the end of a training run, and the designs that the designer prefers. */
export function showTrainingSummary(summary: TrainingSummary, folder: string): string {
  const families = summary.after.byFamily.map((entry) => entry.family)
  const row = (title: string, { success, interval: [lower, upper], requestsPerTask, byFamily }: TrainingSummary['after']) => [
    title,
    percent(success),
    `${percent(lower)} to ${percent(upper)}`,
    requestsPerTask.toFixed(1),
    ...families.map((family) => percent(byFamily.find((entry) => entry.family === family)?.success ?? 0)),
  ]
  const table = showTable([
    ['held-out tasks', 'success', '95 % interval', 'requests per task', ...families],
    row('before training', summary.before),
    row('after training', summary.after),
  ])
  return [
    '',
    table.trimEnd(),
    '',
    ...preferred(summary),
    ...(summary.frontier === null ? [] : showFrontier(summary.frontier)),
    `${summary.steps.toLocaleString('en')} steps, ${summary.requests.toLocaleString('en')} training requests, seed ${summary.seed}, ` +
      `${summary.backend} backend. ${reasons[summary.ended]} Everything is in ${folder}.`,
    '',
  ].join('\n')
}

const reasons: Readonly<Record<TrainingEndReason, string>> = {
  requests: 'The budget of requests is spent.',
  price: 'The budget of price is spent.',
  steps: 'The budget of steps is spent.',
  schedule: 'The last phase of the schedule is over.',
  idle: 'It ended early: for many steps its designs called nobody.',
}

function preferred({ designs, compiledShare }: TrainingSummary): readonly string[] {
  const seen = new Set<string>()
  const shown = designs.flatMap(({ family, difficulty, share, text }) => {
    const key = `${family} ${difficulty}`
    if (seen.has(key)) return []
    seen.add(key)
    const body = text.slice(Math.max(0, text.lastIndexOf('workflow ')))
    const lines = body.trimEnd().split('\n').map((line) => `  ${line}`)
    return [`${family}, difficulty ${difficulty} (${percent(share)} of its designs):`, ...lines, '']
  })
  return [...(compiledShare === null ? [] : [`${percent(compiledShare)} of the designs written in training compiled.`, '']), ...shown]
}

const percent = (share: number): string => `${(100 * share).toFixed(0)} %`
