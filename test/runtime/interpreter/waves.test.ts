import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Value } from '../../../compiler/index.ts'
import { callBuiltin } from '../../../runtime/builtins/call-builtin.ts'
import { allAtOnce, oneByOne, untilCertain } from '../../../runtime/interpreter/waves.ts'
import type { NextWave } from '../../../runtime/interpreter/waves.ts'
import { propertyRuns } from '../../property/property-runs.ts'

/** The sizes of the waves in which values come, until they end. */
function sizesOf(nextWave: NextWave, values: readonly Value[]): readonly number[] {
  const sizes: number[] = []
  for (let known = 0; ; known += sizes.at(-1) ?? 0) {
    const size = nextWave(values.slice(0, known))
    if (size === 0) return sizes
    sizes.push(size)
  }
}

const vote = { kind: 'vote', selector: null, presentOnly: false } as const

describe('waves', () => {
  test.each([
    ['all at once', allAtOnce(4), [4]],
    ['one by one', oneByOne(3), [1, 1, 1]],
  ])('%s', (_, nextWave, expected) => {
    expect(sizesOf(nextWave, ['a', 'a', 'a', 'a'])).toEqual(expected)
  })

  test.each([
    ['agreement ends it with half, rounded up', 'aaaaa', [3]],
    ['one against two may decide the next', 'aabab', [3, 1]],
    ['all differ', 'abcde', [3, 1, 1]],
    ['a late agreement', 'abcaa', [3, 1]],
    ['of two, the first decides', 'ab', [1]],
  ])('of a vote: %s', (_, votes, expected) => {
    expect(sizesOf(untilCertain(votes.length, vote), [...votes])).toEqual(expected)
  })

  test('of a vote by a field', () => {
    const values = [1, 2, 1].map((points, position) => ({ points, position }))
    expect(sizesOf(untilCertain(3, { ...vote, selector: 'points' }), values)).toEqual([2, 1])
  })

  test('of a vote without those that are none', () => {
    const present = { ...vote, presentOnly: true }
    expect(sizesOf(untilCertain(4, present), [null, null, 'a', 'a'])).toEqual([2, 1])
    expect(sizesOf(untilCertain(3, present), [null, null, null])).toEqual([2, 1])
    expect(sizesOf(untilCertain(4, vote), [null, null, 'a', 'a'])).toEqual([2])
  })

  test('come to the vote over all, in no more turns than the bound says', () => {
    const values = fc.array(fc.constantFrom(null, 'a', 'b', 'c', 'd'), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(values, fc.boolean(), (all, presentOnly) => {
        const sizes = sizesOf(untilCertain(all.length, { ...vote, presentOnly }), all)
        const count = sizes.reduce((sum, size) => sum + size, 0)
        const outcome = (list: readonly Value[]) =>
          callBuiltin('vote', [presentOnly ? list.filter((value) => value !== null) : list], null)
        expect(outcome(all.slice(0, count))).toEqual(outcome(all))
        expect(sizes.length).toBeLessThanOrEqual(1 + Math.floor(all.length / 2))
        expect(count).toBeLessThanOrEqual(all.length)
      }),
      { numRuns: propertyRuns(500) },
    )
  })
})
