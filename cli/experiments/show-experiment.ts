import type { Experiment, ExperimentRow } from '../../trainer/experiments/index.ts'
import { countOf } from '../text/count-of.ts'
import { showTable } from '../text/show-table.ts'

/** Requests that one process was seen to make in a second, on one core with WASM: what times are foretold by. */
const requestsPerSecond = 3_500

/** What is going to happen, before anything runs. */
export function planText(
  plan: { readonly done: number; readonly waiting: number; readonly requests: number },
  processes: number,
): string {
  if (plan.waiting === 0) return `all ${countOf(plan.done, 'result')} are there already\n`
  const minutes = Math.ceil(plan.requests / requestsPerSecond / processes / 60)
  return (
    `${countOf(plan.waiting, 'arm')} to run, ${plan.done} with a result already: ${plan.requests.toLocaleString('en')} training requests, ` +
    `about ${countOf(minutes, 'minute')} and the supervised starts\n`
  )
}

/** The table of an experiment, and what the trained designers write. */
export function showExperiment(experiment: Experiment, seeds: readonly number[], rows: readonly ExperimentRow[], folder: string): string {
  const families = rows[0]?.byFamily.map(({ family }) => family) ?? []
  const header = ['held-out success', 'before', 'after', '95 % over seeds', 'requests per task', ...families]
  const body = rows.map((row) => [
    row.title,
    percent(row.before),
    percent(row.after),
    `${percent(row.interval[0])} to ${percent(row.interval[1])}`,
    row.requestsPerTask.toFixed(1),
    ...row.byFamily.map(({ after, seeds: each }) => `${percent(after)} (${each.map((value) => (100 * value).toFixed(0)).join(', ')})`),
  ])
  const shapes = rows.filter((row) => row.shapes.length > 0).map((row) => [
    row.title,
    ...row.shapes.map(({ direct, vote, loop }) => `${percent(direct)} / ${percent(vote)} / ${percent(loop)}`),
  ])
  const budget = experiment.settings.requests.toLocaleString('en')
  return [
    '',
    `${experiment.question}. ${countOf(seeds.length, 'seed')}, ${budget} training requests an arm; each seed in brackets.`,
    '',
    showTable([header, ...body]).trimEnd(),
    '',
    'Designs written for held-out tasks: one call / a vote / a loop',
    showTable([['', ...families], ...shapes]).trimEnd(),
    '',
    `Everything is in ${folder}, as a page in report.html.`,
    '',
  ].join('\n')
}

const percent = (share: number): string => `${(100 * share).toFixed(0)} %`
