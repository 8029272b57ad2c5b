import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { atEqualCost } from '../../../trainer/frontier/equal-cost.ts'
import { frontierSummary } from '../../../trainer/frontier/index.ts'
import type { FrontierEntry } from '../../../trainer/frontier/index.ts'

describe('at equal cost', () => {
  const curve = [
    { cost: 3, scores: [1, 0] },
    { cost: 1, scores: [0, 1] },
  ]
  test.each([
    ['at a point', 3, [1, 0]],
    ['half way', 2, [0.5, 0.5]],
    ['nearer to one', 1.5, [0.25, 0.75]],
    ['below the cheapest', 0, [0, 1]],
    ['above the dearest', 9, [1, 0]],
  ])('%s', (_, cost, scores) => {
    expect(atEqualCost(curve, cost)).toEqual(scores)
  })
  test('nothing is compared with an empty curve', () => {
    expect(atEqualCost([], 1)).toBeNull()
  })
})

const entry = (name: string, kind: FrontierEntry['kind'], requests: number, scores: readonly number[], price: number | null = null): FrontierEntry => ({
  kind,
  name,
  text: name,
  training: null,
  scores,
  requests,
  price,
})

const entries = [
  entry('vote of 3', 'vote', 3, [1, 0, 1, 0]),
  entry('once', 'vote', 1, [1, 0, 0, 0]),
  entry('team', 'design', 2, [1, 1, 1, 0]),
  entry('dear', 'design', 4, [1, 1, 1, 0]),
]

describe('a frontier', () => {
  test('stands by cost, with what each is worth against votes that cost the same', () => {
    const { tasks, cost, rows } = frontierSummary(entries, 1)
    expect([tasks, cost]).toEqual([4, 'requests'])
    expect(rows.map(({ name, score, againstVotes, isOnFrontier }) => [name, score.estimate, againstVotes?.estimate, isOnFrontier])).toEqual([
      ['once', 0.25, undefined, true],
      ['team', 0.75, 0.375, true],
      ['vote of 3', 0.5, undefined, false],
      ['dear', 0.75, 0.25, false],
    ])
  })

  test('counts prices where everything has one', () => {
    const priced = entries.map((each) => ({ ...each, price: each.name === 'dear' ? 0.1 : each.requests }))
    expect(frontierSummary(priced, 1)).toMatchObject({ cost: 'price', rows: [{ name: 'dear', isOnFrontier: true }, {}, {}, {}] })
    expect(frontierSummary([...priced, entry('free', 'other', 9, [0, 0, 0, 0])], 1).cost).toBe('requests')
  })

  test('holds whatever nothing beats: of all, one of the best and one of the cheapest', () => {
    const measured = fc.record({ requests: fc.integer({ min: 1, max: 5 }), right: fc.integer({ min: 0, max: 3 }) })
    fc.assert(
      fc.property(fc.array(measured, { minLength: 1, maxLength: 8 }), (all) => {
        const { rows } = frontierSummary(
          all.map(({ requests, right }, position) => entry(`e${position}`, 'design', requests, [0, 1, 2].map((task) => (task < right ? 1 : 0)))),
          1,
        )
        const on = rows.filter(({ isOnFrontier }) => isOnFrontier)
        expect(Math.max(...on.map(({ score }) => score.estimate))).toBe(Math.max(...rows.map(({ score }) => score.estimate)))
        expect(Math.min(...on.map(({ requests }) => requests))).toBe(Math.min(...rows.map(({ requests }) => requests)))
        const beaten = on.some((row) => on.some((other) => other.requests < row.requests && other.score.estimate >= row.score.estimate))
        expect(beaten).toBe(false)
      }),
      { numRuns: 20 },
    )
  })
})
