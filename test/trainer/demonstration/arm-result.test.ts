import { describe, expect, test } from 'vitest'
import { measured, preferredDesignsOf } from '../../../trainer/demonstration/arm-result.ts'
import { directDesign, votedDesign } from '../../../trainer/demonstration/design-specification.ts'
import type { RolloutTree } from '../../../trainer/rollout/index.ts'
import { DesignCompiler } from '../../../trainer/training/compile-design.ts'
import type { Evaluation } from '../../../trainer/training/evaluate-designs.ts'
import { exampleDesign, exampleTree } from '../example-tree.ts'

const written = (family: string, difficulty: number, ...texts: readonly string[]): RolloutTree =>
  exampleTree(texts.map((text, index) => exampleDesign(index + 1, [1], { text })), { id: `${family}:${difficulty}`, family, difficulty })

function evaluationOf(trees: readonly RolloutTree[], scores: readonly number[]): Evaluation {
  return { success: scores.reduce((sum, score) => sum + score, 0) / scores.length, requestsPerTask: 2, scores, requests: 8, trees }
}

describe('what was measured', () => {
  test('is success with its interval, and success in each family', () => {
    const trees = [written('depth', 1, 'a'), written('plain', 1, 'a'), written('depth', 2, 'a'), written('depth', 3, 'a')]
    const result = measured(evaluationOf(trees, [1, 1, 0, 0.5]), 1)
    expect(result).toMatchObject({ success: 0.625, requestsPerTask: 2 })
    expect(result.byFamily).toEqual([
      { family: 'depth', success: 0.5 },
      { family: 'plain', success: 1 },
    ])
    const [lower, upper] = result.interval
    expect(lower).toBeLessThan(0.625)
    expect(upper).toBeGreaterThan(0.625)
    expect(measured(evaluationOf(trees, [1, 1, 0, 0.5]), 1)).toEqual(result)
  })
})

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

describe('designs that are given', () => {
  test('compile, and cost what their size says', () => {
    const compiler = new DesignCompiler()
    expect(votedDesign(1)).toBe(directDesign)
    for (const size of [1, 2, 5]) {
      const compiled = compiler.compile(votedDesign(size))
      expect(compiled.kind === 'graph' ? compiled.graph.bounds.calls : compiled.diagnostics).toBe(size)
    }
  })
})
