import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Value } from '../../../compiler/index.ts'
import { groupsOf, leastToDecide } from '../../../runtime/builtins/ballots.ts'
import { keyed } from '../../../runtime/builtins/keys.ts'
import { propertyRuns } from '../../property/property-runs.ts'

const least = (votes: readonly Value[], left: number): number => leastToDecide(groupsOf(keyed(votes, null)), left)

describe('groupsOf', () => {
  test('gathers equal keys in the order in which they come up', () => {
    const items = [{ k: [1] }, { k: 2 }, { k: [1] }, { k: null }, { k: 2 }, { k: [1] }]
    const groups = groupsOf(keyed(items, 'k'))
    expect(groups.map(({ first, size }) => [first.item, size])).toEqual([
      [{ k: [1] }, 3],
      [{ k: 2 }, 2],
      [{ k: null }, 1],
    ])
    expect(groups[0]?.first.item).toBe(items[0])
  })
})

describe('leastToDecide', () => {
  test.each([
    ['nothing is known of 3', '', 3, 2],
    ['nothing is known of 4: the earliest wins a tie', '', 4, 2],
    ['nothing is known of 2', '', 2, 1],
    ['half of 4 agree', 'aa', 2, 0],
    ['two of 3 agree', 'aa', 1, 0],
    ['two of 3 differ', 'ab', 1, 1],
    ['the earlier of two that are level wins with one more', 'abab', 1, 1],
    ['a later rival with one left can only draw level', 'aab', 1, 0],
    ['an earlier rival with one left would win', 'abb', 1, 1],
    ['a rival that nobody has seen can overtake', 'a', 3, 1],
    ['two of the three left would do', 'aabc', 3, 1],
    ['all are known', 'abc', 0, 0],
    ['all are none', '', 0, 0],
  ])('%s', (_, votes, left, expected) => {
    expect(least([...votes], left)).toBe(expected)
  })

  /** Every list of so many letters. */
  const lists = (length: number): readonly string[] =>
    length === 0 ? [''] : lists(length - 1).flatMap((list) => [...'abcd'].map((letter) => list + letter))

  const winner = (votes: string): string => {
    const sizes = [...new Set(votes)].map((letter) => [letter, votes.split(letter).length - 1] as const)
    return sizes.reduce((best, one) => (one[1] > best[1] ? one : best), ['', 0] as const)[0]
  }

  /** By trying out every way in which the others may fall. */
  const isCertain = (votes: string, left: number): boolean =>
    votes !== '' && new Set(lists(left).map((others) => winner(votes + others))).size === 1

  test('is 0 where no way in which the others fall changes the winner, and else the fewest after which that may be so', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'abc'), maxLength: 6 })
    fc.assert(
      fc.property(letters, fc.nat(4), (votes, left) => {
        fc.pre(votes.length + left > 0)
        const fewest = Array.from({ length: left + 1 }, (_, more) => more).find((more) =>
          lists(more).some((others) => isCertain(votes + others, left - more)),
        )
        expect(least([...votes], left)).toBe(fewest)
      }),
      { numRuns: propertyRuns(150) },
    )
  })
})
