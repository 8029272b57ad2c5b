import { markup } from '../markup.ts'
import type { Markup } from '../markup.ts'
import { framed, polyline, rangeOf, scaleOf } from './frame.ts'
import { thinned } from './points.ts'

export interface Shares {
  readonly name: string
  readonly color: number
  /** One for each place. */
  readonly values: readonly number[]
}

/** Shares stacked on each other over the same places, as an SVG figure; what is missing from 1 stays empty. */
export function sharesChart(title: string, unit: string, places: readonly number[], shares: readonly Shares[]): Markup {
  if (places.length === 0) return markup``
  const frame = { title, unit, across: rangeOf(places, { lowest: 0 }), up: { lowest: 0, highest: 1 } }
  const scale = scaleOf(frame)
  const heightsOf = (below: readonly Shares[]) =>
    thinned(places.map((x, place) => ({ x, y: below.reduce((sum, { values }) => sum + (values[place] ?? 0), 0) })))
  const areas = shares.map(({ color }, position) => {
    const [bottom, top] = [heightsOf(shares.slice(0, position)), heightsOf(shares.slice(0, position + 1))]
    return markup`<polygon class="area f${color}" points="${polyline(scale, top)} ${polyline(scale, bottom.toReversed())}"/>`
  })
  return framed(frame, {
    behind: areas,
    front: [],
    legend: shares.map(({ name, color }) => markup`<li><i class="f${color}"></i>${name}</li>`),
  })
}
