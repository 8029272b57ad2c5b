import type { CurvePoint } from '../results/curve.ts'

/** Points on each side that a smoothed point is the mean of. */
const neighbours = 2

export interface ReturnPoint {
  readonly requests: number
  readonly value: number
}

/** The mean reward of executions against training requests, each point with its neighbours; points near an end have fewer. */
export function smoothedReturn(curve: readonly CurvePoint[]): readonly ReturnPoint[] {
  const points = curve.flatMap(({ requests, executorReward }) => (executorReward === null ? [] : [{ requests, value: executorReward }]))
  return points.map(({ requests }, position) => {
    const near = points.slice(Math.max(0, position - neighbours), position + neighbours + 1)
    return { requests, value: near.reduce((sum, { value }) => sum + value, 0) / near.length }
  })
}

export interface RequestsToReturn {
  /** Until the smoothed return is first this high; all requests where it never is. */
  readonly requests: number
  readonly reached: boolean
}

export function requestsToReturn(curve: readonly CurvePoint[], target: number): RequestsToReturn {
  const points = smoothedReturn(curve)
  const first = points.find(({ value }) => value >= target)
  return { requests: (first ?? points.at(-1))?.requests ?? 0, reached: first !== undefined }
}

/** The highest smoothed return of several curves; −∞ where there is none. */
export const bestReturn = (curves: readonly (readonly CurvePoint[])[]): number =>
  Math.max(-Infinity, ...curves.flatMap((curve) => smoothedReturn(curve).map(({ value }) => value)))
