import { describe, expect, test } from 'vitest'
import { preferredDesignsOf } from '../../../trainer/training/preferred-designs.ts'
import { evaluationOf, written } from './example-evaluation.ts'

describe('preferred designs', () => {
  test('are the two most frequent of each family and difficulty, in order, with their share of all', () => {
    const trees = [
      written('plain', 1, 'a'),
      written('depth', 2, 'b', 'a', 'b', 'c'),
      written('depth', 2, 'b', 'a'),
      written('depth', 1, 'c'),
      written('depth', 10, 'd'),
    ]
    expect(preferredDesignsOf(evaluationOf(trees, [1, 1, 1, 1, 1]))).toEqual([
      { family: 'depth', difficulty: 1, share: 1, text: 'c' },
      { family: 'depth', difficulty: 2, share: 0.5, text: 'b' },
      { family: 'depth', difficulty: 2, share: 2 / 6, text: 'a' },
      { family: 'depth', difficulty: 10, share: 1, text: 'd' },
      { family: 'plain', difficulty: 1, share: 1, text: 'a' },
    ])
  })
})
