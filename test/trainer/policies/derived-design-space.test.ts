import { describe, expect, test } from 'vitest'
import { legalChoices } from '../../../compiler/derivation/index.ts'
import { arithmeticDesigns } from '../../../trainer/team/index.ts'
import { choicesOf, derivedDesignSpace } from '../../../trainer/policies/derived-design-space.ts'
import { randomStream } from '../../../trainer/random/random-stream.ts'
import { DesignCompiler } from '../../../trainer/training/compile-design.ts'
import { demonstrationSettings, families } from '../../../trainer/demonstration/settings.ts'

const designSpecification = arithmeticDesigns(16)

describe('the space of designs', () => {
  const space = derivedDesignSpace(designSpecification)

  test('holds scripts that compile, however they are chosen, within the positions of the designer', () => {
    const compiler = new DesignCompiler()
    const random = randomStream(1, 'designs')
    let longest = 0
    for (let design = 0; design < 300; design += 1) {
      let half = space.start
      let length = 0
      for (let legal = space.legal(half); legal.length > 0; legal = space.legal(half)) {
        expect(space.text(half)).toBe(null)
        expect(legal).toEqual(choicesOf(space, legalChoices(half).map(({ label }) => label)).toSorted((a, b) => a - b))
        half = space.choose(half, legal[random.integer(legal.length)] ?? -1)
        length += 1
      }
      longest = Math.max(longest, length)
      expect(compiler.compile(space.text(half) ?? '').kind).toBe('graph')
    }
    const tasks = families.flatMap((family) =>
      Array.from({ length: 200 }, () => Object.values(family.generate(random, family.difficulties.maximum).input).join('').length),
    )
    expect(Math.max(...tasks) + 1 + longest).toBeLessThanOrEqual(demonstrationSettings.designerShape.positions)
  })
  test('knows its choices by label, and no others', () => {
    expect(choicesOf(space, space.labels)).toEqual(space.labels.map((_, position) => position))
    expect(() => choicesOf(space, ['nonsense'])).toThrow('the space has no choice nonsense')
  })
})
