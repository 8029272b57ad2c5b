import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allCodes } from '../../compiler/diagnostics/registry.ts'
import { plantableMistakes, programWithMistake } from '../../testing/index.ts'
import type { ProgramWithMistake } from '../../testing/index.ts'
import { propertyRuns } from '../property/property-runs.ts'
import { findingsIn } from './findings.ts'
import { otherDeclarations } from './other-declarations.ts'
import { withShrunk } from './with-shrunk.ts'

const found = (text: string) => findingsIn(text).map(({ code, range }) => ({ code, range, text: text.slice(range.start, range.end) }))

function expectFound({ text, code, range }: ProgramWithMistake): void {
  expect(found(text), text).toEqual([{ code, range, text: text.slice(range.start, range.end) }])
}

describe.each(plantableMistakes)('$name, planted in a random program,', ({ name, code }) => {
  test(`is found as ${code} at its place, and is all that is found`, () => {
    fc.assert(fc.property(programWithMistake({ mistakes: [name] }), expectFound), { numRuns: propertyRuns(2) })
  })
})

describe('programWithMistake', () => {
  test('holds the program without the mistake', () => {
    fc.assert(
      fc.property(programWithMistake(), ({ right, text }) => {
        expect(found(right.text)).toEqual([])
        expect(text).not.toBe(right.text)
      }),
      { numRuns: propertyRuns(30) },
    )
  })

  test('shrinks to smaller programs with the same mistake, which is still all that is found', () => {
    fc.assert(
      fc.property(withShrunk(programWithMistake(), { levels: 3, breadth: 3 }), (programs) => {
        for (const program of programs) {
          expect(program.code).toBe(programs[0]?.code)
          expect(program.mistake).toBe(programs[0]?.mistake)
          expectFound(program)
          expect(found(program.right.text)).toEqual([])
        }
      }),
      { numRuns: propertyRuns(10) },
    )
  })

  test('shrinks to the least program with the mistake, and shows where it is', () => {
    const details = fc.check(
      fc.property(programWithMistake({ mistakes: ['+ on texts'] }), ({ text }) => !text.includes('"a" + "b"')),
      { seed: 1 },
    )
    const [program] = details.counterexample ?? []
    if (program === undefined) throw new Error('no counterexample')
    expect(program.text.slice(program.text.indexOf('workflow')).split('\n').slice(1)).toEqual([
      '  _ = "a" + "b"',
      expect.stringMatching(/^ {2}return (task|".*")$/),
      '}',
      '',
    ])
    expect(fc.stringify(program)).toContain(`${program.text}// MAS3202, + on texts, in line 16`)
  })

  test('plants in programs over other declarations', () => {
    fc.assert(fc.property(programWithMistake(otherDeclarations), expectFound), { numRuns: propertyRuns(40) })
  })

  test('says which mistakes cannot be planted', () => {
    const withoutAgents = { types: [], agents: [], tools: [], workflow: 'main(task: string) -> string' }
    expect(() => fc.sample(programWithMistake({ ...withoutAgents, mistakes: ['a misspelt agent'] }), 1)).toThrow(
      /no program has a place for “a misspelt agent”/,
    )
    expect(() => programWithMistake({ mistakes: ['a typo'] })).toThrow(RangeError)
    expect(() => programWithMistake({ agents: ['Echo(task: strin) -> string'] })).toThrow(/MAS2002/)
  })
})

describe('plantableMistakes', () => {
  test('have names of their own, in the order of their codes', () => {
    expect(new Set(plantableMistakes.map(({ name }) => name)).size).toBe(plantableMistakes.length)
    expect(plantableMistakes.map(({ code }) => code)).toEqual(plantableMistakes.map(({ code }) => code).toSorted())
  })

  test('are found as every code, apart from those of other files, of graph files, and of declarations that nothing uses', () => {
    const planted = new Set(plantableMistakes.map(({ code }) => code))
    const others = allCodes.map(({ code }) => code).filter((code) => !planted.has(code))
    const graphFiles = ['MAS6001', 'MAS6002', 'MAS6003', 'MAS6004', 'MAS6005', 'MAS6006']
    expect(others).toEqual(['MAS2102', 'MAS2104', 'MAS2106', 'MAS5002', 'MAS5008', 'MAS5009', ...graphFiles])
  })
})
