import { describe, expect, test } from 'vitest'
import { measured } from '../../../trainer/training/measured.ts'
import { evaluationOf, written } from './example-evaluation.ts'

describe('what was measured', () => {
  test('is success with its interval, and success in each family', () => {
    const trees = [written('depth', 1, 'a'), written('plain', 1, 'a'), written('depth', 2, 'a'), written('depth', 3, 'a')]
    const result = measured(evaluationOf(trees, [1, 1, 0, 0.5]), 1)
    expect(result).toMatchObject({ success: 0.625, requestsPerTask: 2 })
    expect(result.byFamily).toEqual([
      { family: 'depth', success: 0.5, shapes: expect.objectContaining({ vote: 0, loop: 0 }) },
      { family: 'plain', success: 1, shapes: expect.objectContaining({ vote: 0, loop: 0 }) },
    ])
    const [lower, upper] = result.interval
    expect(lower).toBeLessThan(0.625)
    expect(upper).toBeGreaterThan(0.625)
    expect(measured(evaluationOf(trees, [1, 1, 0, 0.5]), 1)).toEqual(result)
  })
})
