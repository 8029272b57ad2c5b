import type { Experiment } from '../experiment.ts'
import type { ExperimentResult } from '../results/experiment-result.ts'
import { experimentTable } from './experiment-table.ts'
import type { ExperimentRow } from './experiment-table.ts'

const opening = '<!-- outcome: written by npm run docs:experiments -->'

const ending = '<!-- end of outcome -->'

/** A page of an experiment with its outcome written anew between its two comments; throws a RangeError where it has none. */
export function outcomePage(page: string, experiment: Experiment, results: readonly ExperimentResult[]): string {
  const [start, end] = [page.indexOf(opening), page.indexOf(ending)]
  if (start === -1 || end < start) throw new RangeError(`the page of ${experiment.name} has no place for its outcome`)
  return `${page.slice(0, start)}${opening}\n\n${outcomeText(experiment, results)}\n${page.slice(end)}`
}

function outcomeText(experiment: Experiment, results: readonly ExperimentResult[]): string {
  if (results.length === 0) return 'There is no result yet.\n'
  const seeds = [...new Set(results.map(({ seed }) => seed))]
  const backends = [...new Set(results.map(({ backend }) => backend))].join(', ')
  const longest = Math.max(...results.map(({ processorSeconds }) => processorSeconds))
  const expected = experiment.arms.length * seeds.length
  const missing = results.length < expected ? ` ${expected - results.length} arms of these seeds have no result yet.` : ''
  return [
    `Seeds ${seeds.join(', ')}; ${results.length} results, backend ${backends}; the longest arm took ${longest.toFixed(0)} seconds of ` +
      `processor time.${missing}`,
    '',
    '| claim | reached | found |',
    '|---|---|---|',
    ...experiment.judge(results).map(({ claim, reached, found }) => `| ${claim} | ${answer(reached)} | ${found} |`),
    '',
    'Held-out success; after training with its 95 % interval over seeds and tasks, each seed in brackets.',
    '',
    ...[...Map.groupBy(experimentTable(results), ({ setting }) => setting)].flatMap(([setting, rows]) => settingTable(setting, rows)),
  ].join('\n')
}

const settingTable = (setting: string, rows: readonly ExperimentRow[]): readonly string[] => [
  `### ${setting}`,
  '',
  `| arm | before | after | requests per task | training requests, replays | by difficulty (${difficultiesOf(rows)}) ` +
    '| designs: direct, vote, loop, chain |',
  '|---|---|---|---|---|---|---|',
  ...rows.map(rowText),
  '',
]

function rowText(row: ExperimentRow): string {
  const { title, before, after, bySeed, requestsPerTask, trainRequests, replayRequests, byDifficulty, shapes } = row
  const seeds = bySeed.map((value) => (100 * value).toFixed(0)).join(', ')
  const cells = [
    title,
    percent(before),
    `${percent(after.estimate)} (${percent(after.lower)} to ${percent(after.upper)}; ${seeds})`,
    requestsPerTask.toFixed(2),
    `${whole(trainRequests)}, ${whole(replayRequests)}`,
    byDifficulty.map(({ success }) => percent(success)).join(', '),
    shapes === null ? 'given' : [shapes.direct, shapes.vote, shapes.loop, shapes.chain].map(percent).join(', '),
  ]
  return `| ${cells.join(' | ')} |`
}

const difficultiesOf = (rows: readonly ExperimentRow[]): string => rows[0]?.byDifficulty.map(({ difficulty }) => difficulty).join(', ') ?? ''

const answer = (reached: boolean | null): string => (reached === null ? 'open' : reached ? 'yes' : '**no**')

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`

const whole = (value: number): string => Math.round(value).toLocaleString('en')
