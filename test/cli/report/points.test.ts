import { expect, test } from 'vitest'
import { meanCurve, smoothed, thinned } from '../../../cli/report/chart/points.ts'

const line = (...values: readonly number[]) => values.map((y, x) => ({ x, y }))

test('a point is smoothed by the two on each side, as far as there are any', () => {
  expect(smoothed(line(0, 3, 6, 9, 12, 60)).map(({ y }) => y)).toEqual([3, 4.5, 6, 18, 21.75, 27])
})

test('few points are left as they are, many become means of neighbours, and none is left out', () => {
  expect(thinned(line(1, 2, 3))).toEqual(line(1, 2, 3))
  const many = thinned(line(...Array.from({ length: 1_500 }, (_, value) => value)))
  expect(many).toHaveLength(500)
  expect([many[0], many.at(-1)]).toEqual([{ x: 1, y: 1 }, { x: 1_498, y: 1_498 }])
})

test('a mean runs where all curves are, between their points on straight lines', () => {
  const first = [{ x: 0, y: 0 }, { x: 10, y: 10 }]
  const second = [{ x: 2, y: 4 }, { x: 6, y: 4 }, { x: 12, y: 4 }]
  expect(meanCurve([first, second], 3)).toEqual([{ x: 2, y: 3 }, { x: 6, y: 5 }, { x: 10, y: 7 }])
  expect(meanCurve([first, []], 3)).toEqual([])
  expect(meanCurve([], 3)).toEqual([])
  expect(meanCurve([[{ x: 0, y: 1 }], [{ x: 5, y: 1 }]], 3)).toEqual([])
})
