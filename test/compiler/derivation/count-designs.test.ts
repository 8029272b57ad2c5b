import { describe, expect, it } from 'vitest'
import { countDesigns, enumerateDesigns, finishedText } from '../../../compiler/derivation/index.ts'
import type { DerivationSpecification } from '../../../compiler/derivation/index.ts'
import { arithmeticSpecification } from './arithmetic-specification.ts'
import { compileDesign } from './designs.ts'
import { richSpecification } from './rich-specification.ts'

const texts = (specification: DerivationSpecification): readonly string[] =>
  [...enumerateDesigns(specification)].map((half) => finishedText(half) ?? '')

describe('countDesigns', () => {
  it('counts more than ten thousand designs in the space of two small agents', () => {
    const count = countDesigns(arithmeticSpecification())
    console.log(`designs within 16 calls and 5 statements: ${count}`)
    expect(count).toBeGreaterThanOrEqual(10_000n)
  })

  it.each([
    ['one statement', arithmeticSpecification({ statements: 1 })],
    ['two statements', arithmeticSpecification({ statements: 2 })],
    ['four statements, five calls', arithmeticSpecification({ statements: 4, calls: 5, expressionDepth: 2 })],
    ['every form, one statement', richSpecification({ calls: 20, statements: 1, nesting: 1, expressionDepth: 1 })],
    [
      'regions',
      richSpecification(
        { calls: 6, statements: 2, nesting: 1, expressionDepth: 2 },
        {
          expressions: ['name', 'call', 'sample', 'each', 'otherwise', 'none', 'default', 'present', 'field', 'builtin'],
          builtins: ['vote', 'number'],
          integers: [2],
          strings: ['x'],
        },
      ),
    ],
  ])('counts as many as there are, each with a text of its own: %s', (_, specification) => {
    const all = texts(specification)
    expect(countDesigns(specification)).toBe(BigInt(all.length))
    expect(new Set(all).size).toBe(all.length)
  })

  it('gives every design of a small space that compiles without a finding', () => {
    for (const text of texts(arithmeticSpecification({ statements: 2, calls: 6 })))
      expect(compileDesign(text).diagnostics).toEqual([])
  })

  it('counts none where nothing keeps to the limits', () => {
    expect(countDesigns(arithmeticSpecification({ statements: 0 }))).toBe(0n)
  })
})

describe('enumerateDesigns', () => {
  it('stops at a number of choices', () => {
    const short = [...enumerateDesigns(arithmeticSpecification(), 3)].map((half) =>
      finishedText(half)?.split('\n').at(-3)?.trim(),
    )
    expect(short).toEqual(['return expression', 'return Answer(expression)', 'return Reduce(expression)'])
  })
})
