import { describe, expect, test } from 'vitest'
import { validateValue } from '../../runtime/index.ts'
import { seededNumbers, seededValue } from '../../testing/seeded-values.ts'
import { parseType } from '../compiler/types/parse-type.ts'

const seeds = Array.from({ length: 200 }, (_, seed) => seed)

describe('seededValue', () => {
  test.each(['string', 'int', 'number', 'bool', 'int?', 'string[2]', '{ a: number[], b: Verdict }'])('is a value of %s', (written) => {
    const type = parseType(written)
    for (const extremes of [0, 0.5, 1]) {
      for (const seed of seeds) expect(validateValue(type, seededValue(type, seededNumbers(seed), extremes)).kind).toBe('ok')
    }
  })

  test('is at the edge of its type as often as it is told', () => {
    const lengths = (extremes: number) =>
      new Set(seeds.map((seed) => (seededValue(parseType('int[30]'), seededNumbers(seed), extremes) as readonly unknown[]).length))
    expect([...lengths(1)].sort()).toEqual([0, 30])
    expect(Math.max(...lengths(0))).toBe(4)
  })
})

test('seededNumbers depend on their parts alone, and lie from 0 to below 1', () => {
  const draw = (...parts: readonly (string | number)[]) => {
    const random = seededNumbers(...parts)
    return Array.from({ length: 20 }, random)
  }
  expect(draw(1, 'a')).toEqual(draw(1, 'a'))
  expect(draw(1, 'a')).not.toEqual(draw(1, 'b'))
  for (const number of draw(2)) expect(number >= 0 && number < 1).toBe(true)
})
