import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createMemoryReader, fixSource } from '../../compiler/index.ts'
import { plantableMistakes, programWithMistake } from '../../testing/index.ts'
import { errorsIn } from '../testing/findings.ts'
import { propertyRuns } from './property-runs.ts'

const fixed = (text: string) => fixSource('main.mas', createMemoryReader(new Map([['main.mas', text]])))

/** Mistakes after whose repair the program is the one that they were planted in, to the letter. */
const exactly = [
  'single quotes', 'let', 'a colon behind a setting', 'another arrow', 'a type of another language', 'a misspelt agent',
  'an unknown field', 'an unknown member',
]

/** Mistakes that are always repaired, in one way of several. */
const surely = [
  'curly quotes', 'a backslash of LaTeX', 'an unknown escape', 'a misspelt setting', 'an import behind a declaration',
  'comparisons in a chain', 'a call without a name', 'a value without a name', '&&', '!', '+=', 'f before a text', 'a comment behind #',
  'a number in groups of digits', 'await', 'elif', 'stop if', '= behind the name of an argument', '= behind the name of a field',
  'the name of the enum in an arm', '_ as an arm', 'an arm without braces', 'a comma behind a setting',
  'quotes around the name of a field', '= in a condition', 'a field without its value', 'null', 'True', '+ on texts', 'a field of a list',
  'a static parameter that is no int', 'a member without an arm',
]

/** Mistakes that are repaired where it is sure what was meant. */
const perhaps = ['a misspelt value', 'an arm left out']

/** Mistakes that nobody but the author can put right. */
const never = plantableMistakes.map(({ name }) => name).filter((name) => ![...exactly, ...surely, ...perhaps].includes(name))

describe('mas check --fix', () => {
  test.each(exactly)('puts back what was there: %s', (name) => {
    fc.assert(
      fc.property(programWithMistake({ mistakes: [name] }), ({ text, right }) => { expect(fixed(text).text).toBe(right.text) }),
      { numRuns: propertyRuns(3) },
    )
  })

  test.each([...surely, ...perhaps])('leaves a program without errors, or as it was: %s', (name) => {
    fc.assert(
      fc.property(programWithMistake({ mistakes: [name] }), ({ text }) => {
        const { text: after } = fixed(text)
        if (surely.includes(name)) expect(after).not.toBe(text)
        if (after !== text) expect(errorsIn(after ?? ''), after ?? '').toEqual([])
      }),
      { numRuns: propertyRuns(3) },
    )
  })

  test('leaves a program as it was where only the author knows what was meant', () => {
    fc.assert(
      fc.property(programWithMistake({ mistakes: never }), ({ text }) => { expect(fixed(text).text).toBe(text) }),
      { numRuns: propertyRuns(150) },
    )
  })

  test('has nothing to do the second time', () => {
    fc.assert(
      fc.property(programWithMistake(), ({ text }) => {
        const { text: once } = fixed(text)
        expect(fixed(once ?? '').text).toBe(once)
      }),
      { numRuns: propertyRuns(80) },
    )
  })
})
