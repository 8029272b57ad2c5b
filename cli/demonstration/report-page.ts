import type { ArmStepEvent, Summary } from '../../trainer/demonstration/index.ts'
import { curve } from './curve.ts'
import type { Line } from './curve.ts'

/** A self-contained page: the table, the curves, the designs. Nothing on it is loaded from anywhere. */
export function reportPage(summary: Summary, steps: readonly ArmStepEvent[]): string {
  const names = [...new Set(steps.map((step) => step.arm))]
  const lines = (value: (step: ArmStepEvent) => number | null): readonly Line[] =>
    names.map((name) => ({
      name,
      points: steps.filter((step) => step.arm === name).flatMap((step) => {
        const y = value(step)
        return y === null ? [] : [{ x: step.requests, y }]
      }),
    }))
  const rows = summary.arms.map(
    (arm) =>
      `<tr><td>${escaped(arm.title)}</td><td>${percent(arm.before)}</td><td>${percent(arm.after)}</td>` +
      `<td>${percent(arm.ci[0])} to ${percent(arm.ci[1])}</td><td>${arm.requestsPerTask.toFixed(2)}</td><td>${arm.trainRequests}</td></tr>`,
  )
  const designs = summary.designs.map(
    (design) =>
      `<h3>${escaped(design.family)}, difficulty ${design.difficulty}: ${percent(design.share)}</h3>` +
      `<pre>${escaped(design.text.slice(design.text.indexOf('workflow ')))}</pre>`,
  )
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>MAS demonstration, seed ${summary.seed}</title>
<style>
body { font: 15px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #222; }
table { border-collapse: collapse; } td, th { padding: .25rem .8rem; border-bottom: 1px solid #ddd; text-align: right; }
td:first-child, th:first-child { text-align: left; } pre { background: #f6f6f6; padding: .6rem; overflow: auto; }
svg { width: 100%; height: auto; } figure { margin: 1rem 0; }
</style></head><body>
<h1>MAS demonstration</h1>
<p>Seed ${summary.seed}, ${escaped(summary.backend)} backend, ${summary.wallSeconds.toFixed(0)} seconds.
${percent(summary.compiledShare)} of the designs written in training compiled; ${escaped(summary.reachableDesigns)} designs can be written.
${summary.leakage.leaked} of ${summary.leakage.heldOut} held-out texts occur among the intermediate results of training tasks.</p>
<h2>Held-out success</h2>
<table><tr><th>arm</th><th>before</th><th>after</th><th>95 % interval</th><th>requests per task</th><th>training requests</th></tr>
${rows.join('\n')}
</table>
${curve('Mean reward of executions, by training requests', lines((step) => step.executorReward))}
${curve('Mean reward of designs, by training requests', lines((step) => step.designerReward))}
${curve('Requests per execution, by training requests', lines((step) => step.requestsPerExecution))}
<h2>Designs preferred, by difficulty</h2>
${designs.join('\n')}
</body></html>
`
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
