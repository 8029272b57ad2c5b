import { experimentTable } from '../../trainer/experiments/index.ts'
import type { CurvePoint, ExperimentResult, ExperimentRow } from '../../trainer/experiments/index.ts'
import { lineChart } from './chart/line-chart.ts'
import { meanCurve } from './chart/points.ts'
import type { Point } from './chart/points.ts'
import { percent } from './figures.ts'
import { markup } from './markup.ts'
import type { Markup } from './markup.ts'
import { page } from './page.ts'

/** Places at which the mean over seeds is drawn. */
const places = 100

/** The page of an experiment: its table over all seeds that are there, its curves, its settings. */
export function experimentPage(name: string, results: readonly ExperimentResult[]): string {
  const rows = experimentTable(results)
  const seeds = [...new Set(results.map(({ seed }) => seed))].sort((left, right) => left - right)
  const settings = results[0]?.settings
  return page(`Experiment ${name}`, [
    markup`<p>Seeds ${seeds.join(', ')}; ${settings === undefined ? 0 : settings.requests.toLocaleString('en')} training requests an arm.</p>`,
    markup`<h2>Success on held-out tasks</h2>`,
    table(rows),
    markup`<p class="note">The intervals are 95 % bootstrap intervals over seeds; with few seeds they are coarse. In brackets: each seed.</p>`,
    ...curves(results),
    shapes(rows.filter((row) => row.shapes.length > 0)),
    markup`<h2>Settings</h2>
<details><summary>of every arm and seed</summary><pre>${JSON.stringify(settings, null, 2) ?? ''}</pre></details>`,
  ])
}

function table(rows: readonly ExperimentRow[]): Markup {
  const families = rows[0]?.byFamily.map(({ family }) => family) ?? []
  const lines = rows.map(
    (row) => markup`<tr><td>${row.title}</td><td>${percent(row.before)}</td><td>${percent(row.after)}</td>
<td>${percent(row.interval[0])} to ${percent(row.interval[1])}</td><td>${row.requestsPerTask.toFixed(2)}</td><td>${row.trainRequests.toLocaleString('en', { maximumFractionDigits: 0 })}</td>${row.byFamily.map(
      ({ after, seeds }) => markup`<td>${percent(after)} (${seeds.map((each) => (100 * each).toFixed(0)).join(', ')})</td>`,
    )}</tr>`,
  )
  const header = ['arm', 'before', 'after', '95 % interval', 'requests per task', 'training requests', ...families]
  return markup`<div class="scroll"><table><tr>${header.map((title) => markup`<th>${title}</th>`)}</tr>
${lines}
</table></div>`
}

function curves(results: readonly ExperimentResult[]): readonly Markup[] {
  if (results.every(({ curve = [] }) => curve.length === 0)) {
    return [markup`<p class="note">These results were kept without the curves of their training.</p>`]
  }
  const arms = [...new Map(results.map(({ result }) => [result.name, result.title]))]
  const chart = (title: string, value: (point: CurvePoint) => number | null): Markup =>
    lineChart({
      title,
      unit: 'requests',
      curves: arms.map(([name, armTitle], color) => {
        const behind = results
          .filter(({ result }) => result.name === name)
          .map(({ curve = [] }) => curve.flatMap((point) => pointOf(point, value)))
          .filter((points) => points.length > 0)
        return { name: armTitle, color, points: meanCurve(behind, places), behind }
      }),
      up: { lowest: 0 },
    })
  return [
    markup`<h2>Training</h2>
<p class="note">Thin: each seed. Thick: their mean, as far as all of them have come.</p>`,
    markup`<div class="charts">${[
      chart('Mean reward of executions', (point) => point.executorReward),
      chart('Mean reward of designs', (point) => point.designerReward),
      chart('Mean cost of an execution, in model requests', (point) => point.requestsPerExecution),
    ]}</div>`,
  ]
}

function pointOf(point: CurvePoint, value: (point: CurvePoint) => number | null): readonly Point[] {
  const y = value(point)
  return y === null ? [] : [{ x: point.requests, y }]
}

function shapes(rows: readonly ExperimentRow[]): Markup {
  const families = rows[0]?.shapes.map(({ family }) => family) ?? []
  const lines = rows.map(
    (row) => markup`<tr><td>${row.title}</td>${row.shapes.map(
      ({ direct, vote, loop }) => markup`<td>${percent(direct)} / ${percent(vote)} / ${percent(loop)}</td>`,
    )}</tr>`,
  )
  return markup`<h2>Designs written for held-out tasks</h2>
<p class="note">One call / a vote / a loop, by family; the mean over seeds.</p>
<div class="scroll"><table><tr><th>arm</th>${families.map((family) => markup`<th>${family}</th>`)}</tr>
${lines}
</table></div>`
}
