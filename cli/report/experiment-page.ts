import { experiments, experimentTable } from '../../trainer/experiments/index.ts'
import type { CurvePoint, ExperimentResult, ExperimentRow, Verdict } from '../../trainer/experiments/index.ts'
import { lineChart } from './chart/line-chart.ts'
import { meanCurve } from './chart/points.ts'
import type { Point } from './chart/points.ts'
import { percent } from './figures.ts'
import { markup } from './markup.ts'
import type { Markup } from './markup.ts'
import { page } from './page.ts'

/** Places at which the mean over seeds is drawn. */
const places = 100

/** The page of an experiment: the verdicts on its claims, and for each setting its table over all seeds that are there and its curves. */
export function experimentPage(name: string, results: readonly ExperimentResult[]): string {
  const rows = experimentTable(results)
  const seeds = [...new Set(results.map(({ seed }) => seed))].sort((left, right) => left - right)
  const experiment = experiments.find((known) => results.every((result) => result.experiment === known.name))
  const settings = [...new Set(results.map(({ setting }) => setting))]
  return page(`Experiment ${name}`, [
    markup`<p>${experiment === undefined ? '' : `${experiment.question}. `}Seeds ${seeds.join(', ')}.</p>`,
    experiment === undefined ? markup`` : verdictTable(experiment.judge(results)),
    markup`<p class="note">Intervals are 95 % bootstrap intervals over seeds and held-out tasks. In brackets: each seed. Curves are of training:
thin each seed, thick their mean, as far as all of them have come.</p>`,
    ...settings.map((setting) => settingSection(setting, rows.filter((row) => row.setting === setting), results.filter((result) => result.setting === setting))),
  ])
}

function verdictTable(verdicts: readonly Verdict[]): Markup {
  const lines = verdicts.map(
    ({ claim, reached, found }) => markup`<tr><td>${claim}</td><td>${reached === null ? 'open' : reached ? 'yes' : 'no'}</td><td>${found}</td></tr>`,
  )
  return markup`<h2>Claims</h2>
<div class="scroll"><table><tr><th>claim</th><th>reached</th><th>found</th></tr>
${lines}
</table></div>`
}

const settingSection = (setting: string, rows: readonly ExperimentRow[], results: readonly ExperimentResult[]): Markup => markup`<h2>${setting}</h2>
${table(rows)}
${curves(results)}`

function table(rows: readonly ExperimentRow[]): Markup {
  const lines = rows.map(
    ({ title, before, after, bySeed, requestsPerTask, trainRequests, byDifficulty, shapes }) => markup`<tr><td>${title}</td><td>${percent(before)}</td>
<td>${percent(after.estimate)} (${bySeed.map((each) => (100 * each).toFixed(0)).join(', ')})</td><td>${percent(after.lower)} to ${percent(after.upper)}</td>
<td>${requestsPerTask.toFixed(2)}</td><td>${trainRequests.toLocaleString('en', { maximumFractionDigits: 0 })}</td>
<td>${byDifficulty.map(({ difficulty, success }) => `${difficulty}: ${(100 * success).toFixed(0)}`).join(', ')}</td>
<td>${shapes === null ? 'given' : [shapes.direct, shapes.vote, shapes.loop, shapes.chain].map(percent).join(' / ')}</td></tr>`,
  )
  const header = ['arm', 'before', 'after', '95 % interval', 'requests per task', 'training requests', 'after, by difficulty', 'direct / vote / loop / chain']
  return markup`<div class="scroll"><table><tr>${header.map((title) => markup`<th>${title}</th>`)}</tr>
${lines}
</table></div>`
}

function curves(results: readonly ExperimentResult[]): Markup {
  const arms = [...new Map(results.map(({ arm, title }) => [arm, title]))]
  const chart = (title: string, value: (point: CurvePoint) => number | null): Markup =>
    lineChart({
      title,
      unit: 'requests',
      curves: arms.map(([name, armTitle], color) => {
        const behind = results
          .filter(({ arm }) => arm === name)
          .map(({ curve }) => curve.flatMap((point) => pointOf(point, value)))
          .filter((points) => points.length > 0)
        return { name: armTitle, color, points: meanCurve(behind, places), behind }
      }),
      up: { lowest: 0 },
    })
  return markup`<div class="charts">${[
    chart('Share of right answers', (point) => point.score),
    chart('Mean reward of executions', (point) => point.executorReward),
    chart('Mean reward of designs', (point) => point.designerReward),
    chart('Mean cost of an execution, in model requests', (point) => point.requestsPerExecution),
  ]}</div>`
}

function pointOf(point: CurvePoint, value: (point: CurvePoint) => number | null): readonly Point[] {
  const y = value(point)
  return y === null ? [] : [{ x: point.requests, y }]
}
