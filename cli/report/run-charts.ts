import { designShapes } from '../../trainer/index.ts'
import type { EvaluationLine, StepFigures } from '../../trainer/index.ts'
import { stagesOf } from '../training/stages-of.ts'
import { lineChart } from './chart/line-chart.ts'
import type { Curve } from './chart/line-chart.ts'
import { smoothed } from './chart/points.ts'
import { sharesChart } from './chart/shares-chart.ts'
import type { Markup } from './markup.ts'

/** What a run came to, step by step. */
export function runCharts(steps: readonly StepFigures[], evaluations: readonly EvaluationLine[]): readonly Markup[] {
  const bands = stagesOf(steps).map(({ trained, from, to }) => ({ name: trained, from, to }))
  const curve = (name: string, color: number, value: (step: StepFigures) => number | null): Curve => {
    const points = steps.flatMap((step) => {
      const y = value(step)
      return y === null ? [] : [{ x: step.step + 1, y }]
    })
    return { name, color, points: smoothed(points), behind: [points] }
  }
  const chart = (title: string, curves: readonly Curve[], up = { lowest: 0 }): Markup => lineChart({ title, unit: 'steps', curves, bands, up })
  return [
    chart('Mean reward', [curve('executors', 0, (step) => step.executorReward), curve('designer', 1, (step) => step.designerReward)]),
    lineChart({ title: 'Success on held-out tasks, 95 % intervals', unit: 'steps', curves: [successOf(evaluations)], bands, up: { lowest: 0, highest: 1 } }),
    sharesChart('Shapes of designs', 'steps', steps.map((step) => step.step + 1), designShapes.map((shape, color) => ({
      name: shape,
      color,
      values: steps.map(({ shapes }) => shapes[shape]),
    }))),
    lineChart({
      title: 'Validity',
      unit: 'steps',
      curves: [
        curve('designs that compile', 2, (step) => step.compiledShare),
        curve('executions that end with a value', 3, (step) => step.completedShare),
      ],
      bands,
      up: { lowest: 0, highest: 1 },
    }),
    chart('Mean length, in tokens', [curve('of a design', 1, (step) => step.designTokens), curve('of a reply', 0, (step) => step.replyTokens)]),
    chart('Mean cost, in model requests', [curve('of an execution', 4, (step) => step.requestsPerExecution)]),
  ]
}

const successOf = (evaluations: readonly EvaluationLine[]): Curve => ({
  name: 'success',
  color: 2,
  points: evaluations.map(({ step, success }) => ({ x: step, y: success })),
  whiskers: evaluations.map(({ step, interval: [lower, upper] }) => ({ x: step, lower, upper })),
})
