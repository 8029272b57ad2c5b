import { describe, expect, test } from 'vitest'
import { editDistance } from '../../../grammar/problems/edit-distance.ts'

describe('edit distance', () => {
  test.each([
    ['', '', 0],
    ['', 'abc', 3],
    ['abc', '', 3],
    ['critic', 'critic', 0],
    ['critc', 'critic', 1],
    ['critiic', 'critic', 1],
    ['crotic', 'critic', 1],
    ['crtiic', 'critic', 1],
    ['kitten', 'sitting', 3],
  ])('%j to %j is %i', (from, to, distance) => {
    expect(editDistance(from, to)).toBe(distance)
  })
})
