import type { MetricsLine, TrainingConfiguration } from '../../trainer/index.ts'
import { chosenDesigns } from './chosen-designs.ts'
import { designSections } from './design-sections.ts'
import { evaluationTable } from './evaluation-table.ts'
import { frontierSection } from './frontier-section.ts'
import { markup } from './markup.ts'
import { page } from './page.ts'
import { runCharts } from './run-charts.ts'

export interface ReportedRun {
  readonly name: string
  readonly configuration: TrainingConfiguration
  readonly lines: readonly MetricsLine[]
}

/** The page of a training run, finished or not. */
export async function runPage({ name, configuration, lines }: ReportedRun): Promise<string> {
  const steps = lines.filter((line) => line.kind === 'step')
  const evaluations = lines.filter((line) => line.kind === 'evaluation')
  const requests = steps.at(-1)?.requests ?? 0
  return page(`Training run ${name}`, [
    markup`<p>${steps.length.toLocaleString('en')} training steps, ${requests.toLocaleString('en')} model requests, seed ${configuration.seed},
${configuration.backend} backend, credit by ${configuration.credit.estimator}.</p>`,
    markup`<h2>Held-out tasks</h2>`,
    evaluationTable(evaluations),
    frontierSection(lines.filter((line) => line.kind === 'frontier')),
    markup`<h2>Training</h2>
<p class="note">A thick curve is the mean of five steps, the thin one behind it each step. Shaded: <span class="executor">executors</span>,
<span class="designer">the designer</span> or <span class="both">both</span> were trained.</p>`,
    markup`<div class="charts">${runCharts(steps, evaluations)}</div>`,
    markup`<h2>Designs, and the credit of their nodes</h2>`,
    ...(await designSections(chosenDesigns(steps), configuration)),
    markup`<h2>Configuration</h2>
<details><summary>as resolved</summary><pre>${JSON.stringify(configuration, null, 2)}</pre></details>`,
  ])
}
