import type { EvaluationLine } from '../../trainer/index.ts'
import { percent } from './figures.ts'
import { markup } from './markup.ts'
import type { Markup } from './markup.ts'

/** The evaluations of a run, the first one before training. */
export function evaluationTable(evaluations: readonly EvaluationLine[]): Markup {
  const [first] = evaluations
  if (first === undefined) return markup`<p>Nothing has been evaluated yet.</p>`
  const families = first.byFamily.map(({ family }) => family)
  const rows = evaluations.map((line) => {
    const own = families.map((family) => line.byFamily.find((entry) => entry.family === family)?.success)
    return markup`<tr><td>${line.step.toLocaleString('en')}</td><td>${line.requests.toLocaleString('en')}</td><td>${percent(line.success)}</td>
<td>${percent(line.interval[0])} to ${percent(line.interval[1])}</td><td>${line.requestsPerTask.toFixed(2)}</td>${own.map(
      (success) => markup`<td>${success === undefined ? '–' : percent(success)}</td>`,
    )}</tr>`
  })
  return markup`<div class="scroll"><table>
<tr><th>after steps</th><th>requests</th><th>success</th><th>95 % interval</th><th>requests per task</th>${families.map((family) => markup`<th>${family}</th>`)}</tr>
${rows}
</table></div>
<p class="note">${first.tasks} tasks that were not trained on; the intervals are bootstrapped over tasks.</p>`
}
