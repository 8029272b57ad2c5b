import type { StepFigures } from '../training/step-figures.ts'

/** Some steps in a row of an arm, as means. */
export interface CurvePoint {
  /** Training requests spent at the last of them. */
  readonly requests: number
  readonly executorReward: number | null
  readonly designerReward: number | null
  readonly requestsPerExecution: number | null
}

/** A result file stays small, however many steps an arm takes. */
const mostPoints = 100

/** How the steps of an arm went. */
export function curveOf(steps: readonly StepFigures[]): readonly CurvePoint[] {
  const size = Math.max(1, Math.ceil(steps.length / mostPoints))
  return Array.from({ length: Math.ceil(steps.length / size) }, (_, part) => {
    const near = steps.slice(part * size, (part + 1) * size)
    return {
      requests: near.at(-1)?.requests ?? 0,
      executorReward: meanOf(near.map((step) => step.executorReward)),
      designerReward: meanOf(near.map((step) => step.designerReward)),
      requestsPerExecution: meanOf(near.map((step) => step.requestsPerExecution)),
    }
  })
}

function meanOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null)
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length
}
