import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { wellTypedProgram } from '../../testing/index.ts'
import type { TestProgram } from '../../testing/index.ts'
import { propertyRuns } from '../property/property-runs.ts'
import { findingsIn } from './findings.ts'
import { otherDeclarations } from './other-declarations.ts'
import { withShrunk } from './with-shrunk.ts'

/** One for all tests: what has been worked out for one program serves the next. */
const programs = wellTypedProgram()

const body = ({ text }: TestProgram): string => text.slice(text.indexOf('workflow main'))

describe('wellTypedProgram', () => {
  test.each([
    ['the default declarations', programs],
    ['other declarations', wellTypedProgram(otherDeclarations)],
  ])('compiles without a finding, over %s', (_, all) => {
    fc.assert(fc.property(all, ({ text }) => { expect(findingsIn(text), text).toEqual([]) }), { numRuns: propertyRuns(60) })
  })

  test('shrinks to programs that compile without a finding, whichever way', () => {
    fc.assert(
      fc.property(withShrunk(programs, { levels: 4, breadth: 3 }), (shrunk) => {
        for (const { text } of shrunk) expect(findingsIn(text), text).toEqual([])
      }),
      { numRuns: propertyRuns(15) },
    )
  })

  test('shrinks to the least program that still fails, and shows it', () => {
    const details = fc.check(fc.property(programs, ({ text }) => !/\bWriter\(.*task/.test(text.split('workflow')[1] ?? '')), {
      numRuns: 500,
      seed: 1,
    })
    expect(details.failed).toBe(true)
    const [program] = details.counterexample ?? []
    if (program === undefined) throw new Error('no counterexample')
    expect(body(program).split('\n').length).toBe(4)
    expect(fc.stringify(program)).toContain('workflow main')
  })

  test('uses the declarations given, and says what is wrong with them', () => {
    const echoes = wellTypedProgram({ agents: ['Echo(task: string) -> string'], workflow: 'main(task: string) -> string' })
    expect(fc.sample(echoes, { numRuns: 15, seed: 1 }).some(({ text }) => /return .*Echo\(/.test(text))).toBe(true)
    expect(() => wellTypedProgram({ agents: ['Echo(task: strin) -> string'] })).toThrow(/MAS2002/)
  })
})
