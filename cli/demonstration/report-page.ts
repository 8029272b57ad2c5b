import type { ArmStepEvent, Summary } from '../../trainer/demonstration/index.ts'
import { lineChart } from '../report/chart/line-chart.ts'
import { smoothed } from '../report/chart/points.ts'
import { percent } from '../report/figures.ts'
import { markup } from '../report/markup.ts'
import type { Markup } from '../report/markup.ts'
import { page } from '../report/page.ts'

/** The page of a demonstration: the table, the curves, the designs. */
export function reportPage(summary: Summary, steps: readonly ArmStepEvent[]): string {
  const names = [...new Set(steps.map((step) => step.arm))]
  const chart = (title: string, value: (step: ArmStepEvent) => number | null): Markup =>
    lineChart({
      title,
      unit: 'requests',
      curves: names.map((name, color) => {
        const points = steps.filter((step) => step.arm === name).flatMap((step) => {
          const y = value(step)
          return y === null ? [] : [{ x: step.requests, y }]
        })
        return { name, color, points: smoothed(points) }
      }),
      up: { lowest: 0 },
    })
  const rows = summary.arms.map(
    (arm) => markup`<tr><td>${arm.title}</td><td>${percent(arm.before)}</td><td>${percent(arm.after)}</td>
<td>${percent(arm.ci[0])} to ${percent(arm.ci[1])}</td><td>${arm.requestsPerTask.toFixed(2)}</td><td>${arm.trainRequests}</td></tr>`,
  )
  const designs = summary.designs.map(
    (design) => markup`<h3>${design.family}, difficulty ${design.difficulty}: ${percent(design.share)}</h3>
<pre>${design.text.slice(Math.max(0, design.text.indexOf('workflow ')))}</pre>`,
  )
  return page(`MAS demonstration, seed ${summary.seed}`, [
    markup`<p>${summary.backend} backend, ${summary.wallSeconds.toFixed(0)} seconds.
${percent(summary.compiledShare)} of the designs written in training compiled; ${summary.reachableDesigns} designs can be written.
${summary.leakage.leaked} of ${summary.leakage.heldOut} held-out texts occur among the intermediate results of training tasks.</p>
<h2>Held-out success</h2>
<div class="scroll"><table>
<tr><th>arm</th><th>before</th><th>after</th><th>95 % interval</th><th>requests per task</th><th>training requests</th></tr>
${rows}
</table></div>
<h2>Training</h2>
<p class="note">Each curve is the mean of five steps.</p>`,
    markup`<div class="charts">${[
      chart('Mean reward of executions', (step) => step.executorReward),
      chart('Mean reward of designs', (step) => step.designerReward),
      chart('Requests per execution', (step) => step.requestsPerExecution),
    ]}</div>`,
    markup`<h2>Designs preferred, by difficulty</h2>`,
    ...designs,
  ])
}
