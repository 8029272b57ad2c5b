import { markup } from '../markup.ts'
import type { Markup } from '../markup.ts'
import { framed, inside, polyline, rangeOf, rounded, scaleOf } from './frame.ts'
import type { Range, Scale } from './frame.ts'
import { thinned } from './points.ts'
import type { Point } from './points.ts'

export interface Curve {
  readonly name: string
  /** Of six colours, from 0; a seventh is the first again. */
  readonly color: number
  readonly points: readonly Point[]
  /** Drawn thin behind it. */
  readonly behind?: readonly (readonly Point[])[]
  /** An interval at each of some places. */
  readonly whiskers?: readonly { readonly x: number; readonly lower: number; readonly upper: number }[]
}

/** A stretch of the horizontal axis that is shaded. */
export interface Band {
  readonly from: number
  readonly to: number
  readonly name: 'designer' | 'executor' | 'both'
}

export interface LineChart {
  readonly title: string
  readonly unit: string
  readonly curves: readonly Curve[]
  readonly bands?: readonly Band[]
  /** What the vertical axis holds at least. */
  readonly up?: Partial<Range>
}

/** Curves as an SVG figure; nothing where there is no point. */
export function lineChart({ title, unit, curves, bands = [], up }: LineChart): Markup {
  const drawnCurves = curves
    .filter(({ points, behind = [] }) => points.length > 0 || behind.some((other) => other.length > 0))
    .map((curve) => ({ ...curve, color: curve.color % 6 }))
  const all = drawnCurves.flatMap(({ points, behind = [] }) => [...points, ...behind.flat()])
  if (all.length === 0) return markup``
  const ends = drawnCurves.flatMap(({ whiskers = [] }) => whiskers.flatMap(({ lower, upper }) => [lower, upper]))
  const frame = {
    title,
    unit,
    across: rangeOf(all.map((point) => point.x), { lowest: 0 }),
    up: rounded(rangeOf([...all.map((point) => point.y), ...ends], up)),
  }
  const scale = scaleOf(frame)
  return framed(frame, {
    behind: bands.map((band) => bandElement(band, scale, frame.across)),
    front: drawnCurves.map((curve) => curveElements(curve, scale)),
    legend: drawnCurves.map(({ name, color }) => markup`<li><i class="f${color}"></i>${name}</li>`),
  })
}

function bandElement({ from, to, name }: Band, { x }: Scale, { lowest, highest }: Range): Markup {
  const [left, right] = [Number(x(Math.max(from, lowest))), Number(x(Math.min(to, highest)))]
  return markup`<rect class="${name}" x="${left}" width="${Math.max(0, right - left).toFixed(1)}" y="${inside.top}" height="${inside.height}"/>`
}

function curveElements({ color, points, behind = [], whiskers = [] }: Curve, scale: Scale): Markup {
  const { x, y } = scale
  const line = (kind: string, drawn: readonly Point[]): Markup => {
    // A single point has no length: a short stroke shows where it is.
    const [only] = drawn
    if (drawn.length === 1 && only !== undefined) return markup`<circle class="f${color}" cx="${x(only.x)}" cy="${y(only.y)}" r="2.5"/>`
    return markup`<polyline class="${kind} s${color}" points="${polyline(scale, thinned(drawn))}"/>`
  }
  const intervals = whiskers.map(
    ({ x: place, lower, upper }) => markup`<line class="whisker s${color}" x1="${x(place)}" x2="${x(place)}" y1="${y(lower)}" y2="${y(upper)}"/>`,
  )
  return markup`${behind.map((other) => line('thin', other))}${intervals}${line('curve', points)}`
}
