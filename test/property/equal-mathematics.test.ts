import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareAnswers } from '../../trainer/scorers/math/compare-answers.ts'
import { Engine } from '../../trainer/scorers/math/engine.ts'
import { propertyRuns } from './property-runs.ts'

const engine = new Engine()

/** An expression written twice: as LaTeX, and otherwise, by laws that hold for all real numbers. */
interface Twice {
  readonly one: string
  readonly other: string
}

const leaf: fc.Arbitrary<Twice> = fc.oneof(
  fc.constantFrom('x', 'y', '\\pi').map((one) => ({ one, other: one })),
  fc.integer({ min: 0, max: 99 }).map((value) => ({ one: String(value), other: String(value) })),
  fc.tuple(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 9 })).map(([over, under]) => ({
    one: `\\frac{${over}}{${under}}`,
    other: `(${3 * over})/(${3 * under})`,
  })),
  fc.integer({ min: 1, max: 999 }).map((value) => ({ one: (value / 100).toString(), other: `\\frac{${value}}{100}` })),
)

const twice: fc.Arbitrary<Twice> = fc.letrec<{ tree: Twice }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    leaf,
    fc.tuple(tie('tree'), tie('tree')).map(([a, b]) => ({ one: `(${a.one}+${b.one})`, other: `(${b.other}+${a.other})` })),
    fc.tuple(tie('tree'), tie('tree')).map(([a, b]) => ({ one: `(${a.one}-(${b.one}))`, other: `(-1\\cdot(${b.other})+${a.other})` })),
    fc.tuple(tie('tree'), tie('tree')).map(([a, b]) => ({ one: `(${a.one})(${b.one})`, other: `((${b.other})*(${a.other}))` })),
    tie('tree').map((a) => ({ one: `(${a.one})^2`, other: `(${a.other})\\cdot(${a.other})` })),
    // Two bars in a row would be a norm.
    tie('tree').map((a) => ({ one: `|0+${a.one}|`, other: `\\sqrt{(${a.other})^2}` })),
    tie('tree').map((a) => ({ one: `\\sin(${a.one})`, other: `-\\sin(-(${a.other}))` })),
    fc.tuple(tie('tree'), tie('tree')).map(([a, b]) => ({ one: `((${a.one})+(${b.one}))^2`, other: `(${a.other})^2+2(${a.other})(${b.other})+(${b.other})^2` })),
  ),
})).tree

test('an expression equals itself otherwise written, and is not itself and one more', () => {
  fc.assert(
    fc.property(twice, ({ one, other }) => {
      expect(compareAnswers(engine, { expected: one, found: other })).toEqual({ kind: 'equal' })
      expect(compareAnswers(engine, { expected: one, found: `${other}+1` })).toEqual({ kind: 'different' })
      expect(compareAnswers(engine, { expected: one, found: `${other}+10^{-40}` })).toEqual({ kind: 'different' })
    }),
    { numRuns: propertyRuns(30) },
  )
})

test('no text throws, and a text that can be read equals itself', () => {
  const alphabet = '0123456789xyei+-*/^_{}()[]|,.=<>%$ \\'.split('')
  const pieces = fc.oneof(fc.constantFrom(...alphabet), fc.constantFrom('\\frac', '\\sqrt', '\\pi', '\\{', '\\}', '\\cup', '\\infty', '\\text{', '\\le', '\\begin{pmatrix}', '&'))
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }).map((list) => list.join('')), (text) => {
      const { kind } = compareAnswers(engine, { expected: text, found: text })
      expect(['equal', 'unreadable_expected']).toContain(kind)
    }),
    { numRuns: propertyRuns(100) },
  )
})
