import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compileProgram, createMemoryReader, fixSource } from '../../compiler/index.ts'
import type { Diagnostic, ModuleReader } from '../../compiler/index.ts'
import { finishedText, randomDesign } from '../../compiler/derivation/index.ts'
import { randomNumbers } from '../compiler/derivation/designs.ts'
import { richSpecification } from '../compiler/derivation/rich-specification.ts'
import { groundOf, mistakes } from './planted-mistakes.ts'
import type { Mistake } from './planted-mistakes.ts'
import { propertyRuns } from './property-runs.ts'

const space = richSpecification({
  calls: 40, tool_calls: 8, tokens: 40_000, depth: 20, statements: 6, nesting: 2, expressionDepth: 2,
})

const readerOf = (text: string): ModuleReader => createMemoryReader(new Map([['main.mas', text]]))

/** A program need not use all that is declared before it. */
const findingsIn = (text: string): readonly Diagnostic[] =>
  compileProgram('main.mas', readerOf(text)).diagnostics.filter(({ code }) => !['MAS5002', 'MAS5008', 'MAS5009'].includes(code))

const errorsIn = (text: string): readonly Diagnostic[] => findingsIn(text).filter(({ severity }) => severity === 'error')

interface Planted {
  readonly text: string
  readonly wrong: string
  readonly at: number
}

/** Programs that all properties plant their mistakes in; more are drawn where `MAS_PROPERTY_RUNS` asks for it. */
const programs = Array.from({ length: propertyRuns(24) }, (_, seed) => finishedText(randomDesign(space, randomNumbers(seed))) ?? '')
  .filter((text) => errorsIn(text).length === 0)
  .map(groundOf)

/** The mistake somewhere in a program. */
function planted({ sites }: Mistake, seed: number): Planted {
  const random = randomNumbers(seed)
  const places = programs.flatMap((ground) => sites(ground).map((site) => ({ ground, site })))
  const place = places[Math.floor(random() * places.length)]
  if (place === undefined) throw new Error('no program has a place for the mistake')
  const { ground: { text }, site } = place
  return { text, wrong: text.slice(0, site.range.start) + site.text + text.slice(site.range.end), at: site.at }
}

const shown = ({ wrong }: Planted): string => wrong.slice(wrong.indexOf('workflow main'))

describe.each(mistakes)('$name, planted in a random program,', (mistake) => {
  test(`is found as ${mistake.code} at its place, alone`, () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const plant = planted(mistake, seed)
        const found = findingsIn(plant.wrong).map(({ code, range }) => ({ code, at: range.start }))
        expect(found, shown(plant)).toEqual([{ code: mistake.code, at: plant.at }])
      }),
      { numRuns: propertyRuns(20) },
    )
  })

  test('is repaired without harm, once and for all', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const plant = planted(mistake, seed)
        const { text: right, fixed } = fixSource('main.mas', readerOf(plant.wrong))
        if (mistake.fixed === 'exactly') expect(right, shown(plant)).toBe(plant.text)
        if (mistake.fixed === 'never') expect(right).toBe(plant.wrong)
        if (mistake.fixed === 'surely' || fixed.length > 0) expect(errorsIn(right ?? ''), shown(plant)).toEqual([])
        expect(fixSource('main.mas', readerOf(right ?? '')).text).toBe(right)
      }),
      { numRuns: propertyRuns(12) },
    )
  })
})
