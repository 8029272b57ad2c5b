import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  choicesSoFar,
  choiceVocabulary,
  choose,
  derivationOf,
  finishedText,
  isFinished,
  legalChoices,
  randomDesign,
  startDerivation,
} from '../../compiler/derivation/index.ts'
import { printFile } from '../../compiler/print/index.ts'
import { parse } from '../../grammar/index.ts'
import type { DerivationSpecification } from '../../compiler/derivation/index.ts'
import { arithmeticSpecification } from '../compiler/derivation/arithmetic-specification.ts'
import { compileDesign, labels, randomNumbers } from '../compiler/derivation/designs.ts'
import { richSpecification } from '../compiler/derivation/rich-specification.ts'
import { propertyRuns } from './property-runs.ts'

const arithmetic = arithmeticSpecification()
const everything = richSpecification({
  calls: 40,
  tool_calls: 8,
  tokens: 40_000,
  depth: 20,
  statements: 6,
  nesting: 2,
  expressionDepth: 2,
})
const loops = richSpecification(
  { calls: 60, depth: 40, statements: 8, nesting: 3, expressionDepth: 2 },
  {
    expressions: ['name', 'string', 'call', 'present', 'equal', 'member', 'field', 'each', 'default'],
    builtins: ['number', 'last'],
    bindings: [{ kind: 'string' }, { kind: 'list', element: { kind: 'string' }, size: { kind: 'number', value: 3 } }],
  },
)

const spaces: readonly (readonly [name: string, specification: DerivationSpecification, runs: number])[] = [
  ['two small agents', arithmetic, 150],
  ['every form', everything, 60],
  ['blocks in blocks', loops, 60],
]

describe.each(spaces)('designs of a space: %s', (_, specification, numRuns) => {
  const design = fc.integer().map((seed) => randomDesign(specification, randomNumbers(seed)))

  it('compile without a finding, within the limits', () => {
    fc.assert(
      fc.property(design, (half) => {
        const { diagnostics, bounds } = compileDesign(finishedText(half) ?? '')
        expect(diagnostics).toEqual([])
        const { calls, tool_calls = Infinity, tokens = Infinity, depth = Infinity } = specification.limits
        expect(bounds?.calls).toBeLessThanOrEqual(calls)
        expect(bounds?.tool_calls).toBeLessThanOrEqual(tool_calls)
        expect(bounds?.tokens).toBeLessThanOrEqual(tokens)
        expect(bounds?.depth).toBeLessThanOrEqual(depth)
      }),
      { numRuns: propertyRuns(numRuns) },
    )
  })

  it('are found again in their text', () => {
    fc.assert(
      fc.property(design, (half) => {
        expect(labels(derivationOf(specification, finishedText(half) ?? ''))).toEqual(labels(choicesSoFar(half)))
      }),
      { numRuns: propertyRuns(numRuns) },
    )
  })

  it('stand in the canonical layout', () => {
    fc.assert(
      fc.property(design, (half) => {
        const text = finishedText(half) ?? ''
        expect(printFile(parse(text).file)).toContain(text.slice(text.indexOf('workflow main')))
      }),
      { numRuns: propertyRuns(numRuns) },
    )
  })

  it('use labels of the vocabulary', () => {
    const vocabulary = choiceVocabulary(specification)
    expect(new Set(vocabulary).size).toBe(vocabulary.length)
    fc.assert(
      fc.property(design, (half) => {
        expect(vocabulary).toEqual(expect.arrayContaining([...(labels(choicesSoFar(half)) ?? [])]))
      }),
      { numRuns: propertyRuns(numRuns) },
    )
  })

  it('can be finished from every position, whatever is chosen', () => {
    const picks = fc.array(fc.nat(), { maxLength: 60 })
    fc.assert(
      fc.property(picks, (numbers) => {
        let half = startDerivation(specification)
        for (let turn = 0; !isFinished(half); turn += 1) {
          expect(finishedText(half)).toBeNull()
          const choices = legalChoices(half)
          expect(new Set(labels(choices)).size).toBe(choices.length)
          const choice = choices[(numbers[turn] ?? 0) % choices.length]
          if (choice === undefined) throw new Error(`no choice after ${String(labels(choicesSoFar(half)))}`)
          half = choose(half, choice)
        }
        expect(legalChoices(half)).toEqual([])
      }),
      { numRuns: propertyRuns(numRuns / 6) },
    )
  })
})

describe('randomDesign', () => {
  it('gives the same program for the same numbers', () => {
    const text = (seed: number) => finishedText(randomDesign(arithmetic, randomNumbers(seed)))
    expect(text(5)).toBe(text(5))
    expect(new Set([1, 2, 3, 4, 5, 6, 7, 8].map(text)).size).toBeGreaterThan(4)
  })

  it('draws legal choices alone, each as likely', () => {
    const first = Array.from(
      { length: 3_000 },
      (_, seed) => choicesSoFar(randomDesign(arithmetic, randomNumbers(seed)))[0]?.label,
    )
    for (const { label } of legalChoices(startDerivation(arithmetic))) {
      const share = first.filter((drawn) => drawn === label).length / first.length
      expect(share).toBeGreaterThan(1 / 3 - 0.05)
      expect(share).toBeLessThan(1 / 3 + 0.05)
    }
  })
})

// Each counted on an `each` inside two others, which has no name for its item.
it.each([500282233, -758070456])('a deep design never comes to a dead end (%i)', (seed) => {
  const deep = richSpecification({ calls: 60, tool_calls: 12, depth: 40, statements: 8, nesting: 3, expressionDepth: 3 })
  expect(compileDesign(finishedText(randomDesign(deep, randomNumbers(seed))) ?? '').diagnostics).toEqual([])
})
