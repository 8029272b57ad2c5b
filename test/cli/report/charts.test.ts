import { expect, test } from 'vitest'
import { rangeOf, rounded } from '../../../cli/report/chart/frame.ts'
import { lineChart } from '../../../cli/report/chart/line-chart.ts'
import { sharesChart } from '../../../cli/report/chart/shares-chart.ts'
import { markup } from '../../../cli/report/markup.ts'
import type { Markup } from '../../../cli/report/markup.ts'
import { page } from '../../../cli/report/page.ts'
import { elementsOf } from './page-elements.ts'
import type { PageElement } from './page-elements.ts'

const drawn = (chart: Markup, name: string): readonly PageElement[] => elementsOf(page('x', [chart])).filter((element) => element.name === name)

test.each([
  [[0.12, 0.48], { lowest: 0 }, { lowest: 0, highest: 0.5 }],
  [[-0.09, 0.48], { lowest: 0 }, { lowest: -0.2, highest: 0.6 }],
  [[0.3, 0.7], { lowest: 0, highest: 1 }, { lowest: 0, highest: 1 }],
  [[2, 15.5], { lowest: 0 }, { lowest: 0, highest: 20 }],
  [[3, 3], {}, { lowest: 3, highest: 4 }],
])('%j with %j is shown on %j', (values, least, { lowest, highest }) => {
  const range = rounded(rangeOf(values, least))
  expect(range.lowest).toBeCloseTo(lowest)
  expect(range.highest).toBeCloseTo(highest)
})

test('curves, what stands behind them, their bands and whiskers', () => {
  const points = [{ x: 0, y: 0 }, { x: 10, y: 1 }]
  const chart = lineChart({
    title: 'a <chart>',
    unit: 'steps',
    curves: [{ name: 'one & two', color: 7, points, behind: [points, points], whiskers: [{ x: 10, lower: 0.5, upper: 1 }] }],
    bands: [{ from: 0, to: 5, name: 'designer' }, { from: 5, to: 10, name: 'executor' }],
  })
  expect(drawn(chart, 'polyline').map(({ attributes }) => attributes)).toEqual([
    { class: 'thin s1', points: '46.0,178.0 452.0,10.0' },
    { class: 'thin s1', points: '46.0,178.0 452.0,10.0' },
    { class: 'curve s1', points: '46.0,178.0 452.0,10.0' },
  ])
  expect(drawn(chart, 'rect').map(({ attributes }) => [attributes['class'], attributes['x'], attributes['width']])).toEqual([
    ['designer', '46', '203.0'],
    ['executor', '249', '203.0'],
  ])
  expect(drawn(chart, 'line').at(-1)?.attributes).toEqual({ class: 'whisker s1', x1: '452.0', x2: '452.0', y1: '94.0', y2: '10.0' })
  expect(drawn(chart, 'figcaption')[0]?.text).toBe('a <chart>')
  expect(drawn(chart, 'li').map(({ text }) => text)).toEqual(['one & two'])
})

test('every point stays inside its picture, negative ones too', () => {
  const points = [-0.2, 0.5, 0.9, 0.1].map((y, x) => ({ x, y }))
  const [line] = drawn(lineChart({ title: 'rewards', unit: 'steps', curves: [{ name: 'a', color: 0, points }] }), 'polyline')
  const numbers = (line?.attributes['points'] ?? '').split(' ').map((point) => point.split(',').map(Number))
  expect(numbers).toHaveLength(4)
  for (const [x = NaN, y = NaN] of numbers) {
    expect(x).toBeGreaterThanOrEqual(0)
    expect(x).toBeLessThanOrEqual(460)
    expect(y).toBeGreaterThanOrEqual(0)
    expect(y).toBeLessThanOrEqual(210)
  }
})

test('a single point is seen, and no point is no chart', () => {
  const chart = lineChart({ title: 'x', unit: 'steps', curves: [{ name: 'one', color: 0, points: [{ x: 1, y: 1 }] }, { name: 'none', color: 1, points: [] }] })
  expect(drawn(chart, 'circle')).toHaveLength(1)
  expect(drawn(chart, 'li')).toHaveLength(1)
  expect(lineChart({ title: 'x', unit: 'steps', curves: [{ name: 'none', color: 1, points: [] }] })).toEqual(markup``)
  expect(sharesChart('x', 'steps', [], [])).toEqual(markup``)
})

test('shares stand on each other and fill what they add up to', () => {
  const chart = sharesChart('x', 'steps', [0, 1], [{ name: 'a', color: 0, values: [0.5, 0.25] }, { name: 'b', color: 1, values: [0.5, 0.5] }])
  expect(drawn(chart, 'polygon').map(({ attributes }) => attributes['points'])).toEqual([
    '46.0,94.0 452.0,136.0 452.0,178.0 46.0,178.0',
    '46.0,10.0 452.0,52.0 452.0,136.0 46.0,94.0',
  ])
})
