import { describe, expect, test } from 'vitest'
import { experiments } from '../../../trainer/experiments/index.ts'

describe.each(experiments)('$name', ({ arms, judge }) => {
  test('has arms with names of their own, and room for a comparison in each setting', () => {
    expect(new Set(arms.map(({ name }) => name)).size).toBe(arms.length)
    for (const { name } of arms) expect(name).toMatch(/^[a-z0-9_-]+$/)
    expect([...Map.groupBy(arms, ({ setting }) => setting).values()].every((own) => own.length > 1)).toBe(true)
  })
  test('gives the arms of a setting equal requests', () => {
    for (const own of Map.groupBy(arms, ({ setting }) => setting).values()) {
      expect(new Set(own.map(({ configuration }) => configuration.budget.requests)).size).toBe(1)
    }
  })
  test('judges nothing without results', () => {
    expect(judge([]).map(({ reached }) => reached)).toEqual(judge([]).map(() => null))
  })
})
