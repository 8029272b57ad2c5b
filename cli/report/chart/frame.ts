import { markup } from '../markup.ts'
import type { Markup } from '../markup.ts'
import type { Point } from './points.ts'

const width = 460
const height = 210
const margin = { left: 46, right: 8, top: 10, bottom: 32 }

export interface Range {
  readonly lowest: number
  readonly highest: number
}

/** Where values stand in a chart, as the numbers of SVG. */
export interface Scale {
  x(value: number): string
  y(value: number): string
}

export interface Frame {
  readonly title: string
  /** What the horizontal axis counts, such as `steps`. */
  readonly unit: string
  readonly across: Range
  readonly up: Range
}

export const rangeOf = (values: readonly number[], { lowest = Infinity, highest = -Infinity }: Partial<Range> = {}): Range => {
  const least = values.reduce((found, value) => Math.min(found, value), lowest)
  const most = values.reduce((found, value) => Math.max(found, value), highest)
  return { lowest: least, highest: most > least ? most : least + 1 }
}

/** The distance of grid lines of which a range takes about five: 1, 2 or 5 times a power of ten. */
function gridStep({ lowest, highest }: Range): number {
  const rough = (highest - lowest) / 5
  const power = 10 ** Math.floor(Math.log10(rough))
  return ([1, 2, 5].find((factor) => factor * power >= rough * 0.999) ?? 10) * power
}

/** A range that begins and ends at grid lines. */
export function rounded(range: Range): Range {
  const step = gridStep(range)
  return { lowest: Math.floor(range.lowest / step + 1e-9) * step, highest: Math.ceil(range.highest / step - 1e-9) * step }
}

export function scaleOf({ across, up }: Frame): Scale {
  const [inner, tall] = [width - margin.left - margin.right, height - margin.top - margin.bottom]
  return {
    x: (value) => (margin.left + (inner * (value - across.lowest)) / (across.highest - across.lowest)).toFixed(1),
    y: (value) => (height - margin.bottom - (tall * (value - up.lowest)) / (up.highest - up.lowest)).toFixed(1),
  }
}

/** An SVG figure with its axes around what is drawn in it. `behind` stands below the grid. */
export function framed(frame: Frame, drawn: { readonly behind: readonly Markup[]; readonly front: readonly Markup[]; readonly legend: readonly Markup[] }): Markup {
  const { title, unit, across, up } = frame
  const { x, y } = scaleOf(frame)
  const [left, right] = [x(across.lowest), x(across.highest)]
  const step = gridStep(up)
  const digits = Math.max(0, -Math.floor(Math.log10(step) + 1e-9))
  const rows = Array.from({ length: Math.round((up.highest - up.lowest) / step) + 1 }, (_, row) => {
    const value = up.lowest + row * step
    return markup`<line class="grid" x1="${left}" x2="${right}" y1="${y(value)}" y2="${y(value)}"/><text x="${margin.left - 6}" y="${y(value)}" text-anchor="end" dominant-baseline="middle">${value.toFixed(digits)}</text>`
  })
  const columns = [0, 0.5, 1].map((share) => {
    const value = Math.round(across.lowest + share * (across.highest - across.lowest))
    const anchor = share === 0 ? 'start' : share === 1 ? 'end' : 'middle'
    const text = share === 1 ? `${value.toLocaleString('en')} ${unit}` : value.toLocaleString('en')
    return markup`<text x="${x(value)}" y="${height - 14}" text-anchor="${anchor}">${text}</text>`
  })
  return markup`<figure>
<figcaption>${title}</figcaption>
<svg class="chart" viewBox="0 0 ${width} ${height}" role="img" aria-label="${title}">
${drawn.behind}
${rows}
${columns}
${drawn.front}
</svg>
<ul class="legend">${drawn.legend}</ul>
</figure>`
}

/** The height of the inside of every chart, from top to bottom. */
export const inside = { top: margin.top, height: height - margin.top - margin.bottom } as const

export const polyline = ({ x, y }: Scale, points: readonly Point[]): string => points.map((point) => `${x(point.x)},${y(point.y)}`).join(' ')
