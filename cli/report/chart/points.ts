export interface Point {
  readonly x: number
  readonly y: number
}

/** Points averaged on each side of a point, so that a curve of noisy steps can be read. */
export const smoothing = 2

/** Curves of more points are drawn from means of as many neighbours as it takes. */
const mostPoints = 600

/** Each point with the mean of those beside it. */
export const smoothed = (points: readonly Point[]): readonly Point[] =>
  points.map(({ x }, index) => ({ x, y: meanOf(points.slice(Math.max(0, index - smoothing), index + smoothing + 1), (point) => point.y) }))

export function thinned(points: readonly Point[]): readonly Point[] {
  const size = Math.ceil(points.length / mostPoints)
  if (size <= 1) return points
  return Array.from({ length: Math.ceil(points.length / size) }, (_, part) => {
    const near = points.slice(part * size, (part + 1) * size)
    return { x: meanOf(near, (point) => point.x), y: meanOf(near, (point) => point.y) }
  })
}

/** The values of several curves at given places, between their points on straight lines; their mean where all have one. */
export function meanCurve(curves: readonly (readonly Point[])[], places: number): readonly Point[] {
  const ends = curves.flatMap((points) => points.at(-1)?.x ?? [])
  const starts = curves.flatMap((points) => points[0]?.x ?? [])
  if (curves.length === 0 || ends.length < curves.length) return []
  const [from, to] = [Math.max(...starts), Math.min(...ends)]
  if (to < from) return []
  return Array.from({ length: places }, (_, place) => {
    const x = from + ((to - from) * place) / (places - 1)
    return { x, y: meanOf(curves, (points) => valueAt(points, x)) }
  })
}

function valueAt(points: readonly Point[], x: number): number {
  const after = points.findIndex((point) => point.x >= x)
  const right = points[after === -1 ? points.length - 1 : after] ?? { x, y: 0 }
  const left = points[after - 1]
  if (left === undefined || right.x === left.x) return right.y
  return left.y + ((right.y - left.y) * (x - left.x)) / (right.x - left.x)
}

const meanOf = <Entry>(entries: readonly Entry[], value: (entry: Entry) => number): number =>
  entries.reduce((sum, entry) => sum + value(entry), 0) / entries.length
