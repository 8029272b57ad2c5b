import type { TrainingStep } from '../../training/training-loop.ts'

/** What a curve is made of. */
export type CurveStep = Pick<TrainingStep, 'requests'> & {
  readonly statistics: Pick<TrainingStep['statistics'], 'meanScore' | 'meanReward' | 'meanDesignReward' | 'meanRequests'>
}

/** Some steps in a row of an arm, as means. */
export interface CurvePoint {
  /** Training requests spent at the last of them, replays included. */
  readonly requests: number
  readonly score: number | null
  readonly executorReward: number | null
  readonly designerReward: number | null
  readonly requestsPerExecution: number | null
}

/** A result file stays small, however many steps an arm takes. */
const mostPoints = 100

/** How the steps of an arm went. */
export function curveOf(steps: readonly CurveStep[]): readonly CurvePoint[] {
  const size = Math.max(1, Math.ceil(steps.length / mostPoints))
  return Array.from({ length: Math.ceil(steps.length / size) }, (_, part) => {
    const near = steps.slice(part * size, (part + 1) * size)
    return {
      requests: near.at(-1)?.requests ?? 0,
      score: meanOf(near.map(({ statistics }) => statistics.meanScore)),
      executorReward: meanOf(near.map(({ statistics }) => statistics.meanReward)),
      designerReward: meanOf(near.map(({ statistics }) => statistics.meanDesignReward)),
      requestsPerExecution: meanOf(near.map(({ statistics }) => statistics.meanRequests)),
    }
  })
}

/** To four digits: a file is read by people too. */
function meanOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null)
  return known.length === 0 ? null : Number((known.reduce((sum, value) => sum + value, 0) / known.length).toFixed(4))
}
