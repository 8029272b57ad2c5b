import type { Experiment, ExperimentRow, Verdict } from '../../trainer/experiments/index.ts'
import { countOf } from '../text/count-of.ts'
import { showTable } from '../text/show-table.ts'

export interface ShownExperiment {
  readonly seeds: readonly number[]
  readonly rows: readonly ExperimentRow[]
  readonly verdicts: readonly Verdict[]
}

/** The tables of an experiment, one for each setting, and the verdict on each claim. */
export function showExperiment(experiment: Experiment, { seeds, rows, verdicts }: ShownExperiment, folder: string): string {
  const tables = [...Map.groupBy(rows, ({ setting }) => setting)].map(([setting, own]) => showTable([[setting, ...columns], ...own.map(lineOf)]).trimEnd())
  return [
    '',
    `${experiment.question}. ${countOf(seeds.length, 'seed')}; each in brackets.`,
    '',
    tables.join('\n\n'),
    '',
    ...verdicts.map(({ claim, reached, found }) => `${reached === null ? 'open' : reached ? 'yes ' : 'no  '}  ${claim}\n      ${found}`),
    '',
    `Everything is in ${folder}.`,
    '',
  ].join('\n')
}

const columns = ['before', 'after', '95 % over seeds and tasks', 'requests per task', 'training requests', 'direct / vote / loop / chain']

const lineOf = ({ title, before, after, bySeed, requestsPerTask, trainRequests, shapes }: ExperimentRow): readonly string[] => [
  title,
  percent(before),
  `${percent(after.estimate)} (${bySeed.map((value) => (100 * value).toFixed(0)).join(', ')})`,
  `${percent(after.lower)} to ${percent(after.upper)}`,
  requestsPerTask.toFixed(1),
  Math.round(trainRequests).toLocaleString('en'),
  shapes === null ? 'given' : [shapes.direct, shapes.vote, shapes.loop, shapes.chain].map(percent).join(' / '),
]

const percent = (share: number): string => `${(100 * share).toFixed(0)} %`
