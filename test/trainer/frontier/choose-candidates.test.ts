import { describe, expect, test } from 'vitest'
import { chooseCandidates } from '../../../trainer/frontier/index.ts'
import type { DesignTally } from '../../../trainer/frontier/index.ts'

const tally = (text: string, requests: number, score: number, more: Partial<DesignTally> = {}): DesignTally => ({
  text,
  executions: 20,
  score,
  error: 0,
  requests,
  price: null,
  ...more,
})

const chosen = (tallies: readonly DesignTally[], most = 9, except: readonly string[] = []): string =>
  chooseCandidates(tallies, { most, leastExecutions: 10, except: new Set(except) })
    .map(({ text }) => text)
    .join('')

describe('candidates', () => {
  test.each([
    ['by cost', [tally('b', 3, 0.9), tally('a', 1, 0.5)], 9, [], 'ab'],
    ['the best first, where there is room for one', [tally('a', 1, 0.5), tally('b', 3, 0.9)], 1, [], 'b'],
    ['those that are beaten after those that are not', [tally('a', 1, 0.5), tally('b', 2, 0.4), tally('c', 3, 0.9)], 2, [], 'ac'],
    ['those that are beaten too, where there is room', [tally('a', 1, 0.5), tally('b', 2, 0.4), tally('c', 3, 0.9)], 3, [], 'abc'],
    ['none that was tried too seldom', [tally('a', 1, 0.5, { executions: 9 }), tally('b', 3, 0.4)], 9, [], 'b'],
    ['none that is measured anyway', [tally('a', 1, 0.5), tally('b', 3, 0.4)], 9, ['a'], 'b'],
    ['with luck counted off', [tally('a', 1, 0.9, { error: 0.5 }), tally('b', 1, 0.5)], 1, [], 'b'],
    ['by price where there is one', [tally('a', 1, 0.9, { price: 5 }), tally('b', 9, 0.4, { price: 1 })], 9, [], 'ba'],
    ['none of none', [], 9, [], ''],
  ] as const)('are chosen %s', (_, tallies, most, except, expected) => {
    expect(chosen(tallies, most, except)).toBe(expected)
  })
})
