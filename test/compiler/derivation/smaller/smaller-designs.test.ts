import { describe, expect, it } from 'vitest'
import { choose, derivationOf, finishedText, randomDesign, smallerDesigns, startDerivation } from '../../../../compiler/derivation/index.ts'
import type { HalfProgram } from '../../../../compiler/derivation/index.ts'
import { arithmeticSpecification } from '../arithmetic-specification.ts'
import { compileDesign, randomNumbers } from '../designs.ts'
import { richSpecification } from '../rich-specification.ts'

const rich = richSpecification({ calls: 40, statements: 6, nesting: 2, expressionDepth: 2 })
const textOf = (half: HalfProgram): string => finishedText(half) ?? ''
const bodyOf = (half: HalfProgram): string => textOf(half).slice(textOf(half).indexOf('workflow main'))

/** The smallest program for which the text still matches, as a property test would find it. */
function shrunk(start: HalfProgram, holds: (text: string) => boolean): HalfProgram {
  for (const smaller of smallerDesigns(start)) if (holds(bodyOf(smaller))) return shrunk(smaller, holds)
  return start
}

describe('smallerDesigns', () => {
  it('gives programs that compile, each once', () => {
    for (let seed = 0; seed < 6; seed += 1) {
      const texts = [...smallerDesigns(randomDesign(rich, randomNumbers(seed)))].map(textOf)
      expect(new Set(texts).size).toBe(texts.length)
      for (const text of texts.slice(0, 30)) expect(compileDesign(text).diagnostics, text).toEqual([])
    }
  })

  it('tries fewer statements first', () => {
    const half = randomDesign(rich, randomNumbers(3))
    const [first] = smallerDesigns(half)
    expect(bodyOf(first ?? half).split('\n').length).toBeLessThan(bodyOf(half).split('\n').length)
  })

  it('gives nothing smaller than the smallest', () => {
    const specification = arithmeticSpecification()
    const choices = derivationOf(specification, 'workflow main(expression: string) -> string { return expression }') ?? []
    expect([...smallerDesigns(choices.reduce(choose, startDerivation(specification)))]).toEqual([])
  })

  it('ends at what is needed and no more', () => {
    const specification = arithmeticSpecification()
    const found = Array.from({ length: 400 }, (_, seed) => randomDesign(specification, randomNumbers(seed)))
    const large = found.find((half) => /repeat max [35][^]*vote/.test(bodyOf(half)))
    if (large === undefined) throw new Error('no design repeats and votes')
    expect(bodyOf(shrunk(large, (text) => text.includes('repeat')))).toMatch(
      /^workflow main\(expression: string\) -> string \{\n {2}current = expression\n {2}repeat max 2 \{\n {4}current = (Answer|Reduce)\(current\)\n {2}\}\n {2}return current\n\}\n$/,
    )
  })
})
