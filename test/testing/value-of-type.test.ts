import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Value } from '../../compiler/index.ts'
import { validateValue } from '../../runtime/index.ts'
import { valueOfType } from '../../testing/index.ts'
import { parseType } from '../compiler/types/parse-type.ts'
import { propertyRuns } from '../property/property-runs.ts'
import { withShrunk } from './with-shrunk.ts'

const types = ['string', 'int', 'number', 'bool', 'string?', 'int[3]', 'number[]', '{ a: string[2]?, b: { c: bool } }[4]', 'Verdict']

describe('valueOfType', () => {
  test.each(types)('gives values of %s, which shrink to such values', (written) => {
    const type = parseType(written)
    fc.assert(
      fc.property(withShrunk(valueOfType(type), { levels: 3, breadth: 4 }), (values) => {
        for (const value of values) expect(validateValue(type, value)).toEqual({ kind: 'ok', value })
      }),
      { numRuns: propertyRuns(50) },
    )
  })

  test('reaches the edges of a type', () => {
    const values = fc.sample(valueOfType(parseType('{ list: int[2], text: string?, number: number }')), { numRuns: 500, seed: 1 })
    const has = (test: (value: { list: number[]; text: string | null; number: number }) => boolean): boolean =>
      values.some((value) => test(value as { list: number[]; text: string | null; number: number }))
    expect(has(({ list }) => list.length === 0) && has(({ list }) => list.length === 2)).toBe(true)
    expect(has(({ list }) => Math.abs(list[0] ?? 0) > 2 ** 50)).toBe(true)
    expect(has(({ text }) => text === null) && has(({ text }) => text === '') && has(({ text }) => text === '{{x}}')).toBe(true)
    expect(has(({ number }) => !Number.isInteger(number))).toBe(true)
  })

  test('keeps lists without a bound as short as it is told', () => {
    fc.assert(fc.property(valueOfType(parseType('int[]'), { longest: 2 }), (value) => (value as readonly Value[]).length <= 2))
  })

  test.each(['agent', 'parameter', 'unknown', 'never'] as const)('has no values for %s', (kind) => {
    const type = kind === 'agent' ? { kind, parameters: [], result: parseType('int') } : kind === 'parameter' ? { kind, name: 'T' } : { kind }
    expect(() => valueOfType(type)).toThrow(RangeError)
  })
})
