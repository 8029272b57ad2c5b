import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { documentationLookup } from '../../grammar/comments/documentation-lookup.ts'
import { tokenize } from '../../grammar/lexer/tokenize.ts'
import { MasParser } from '../../grammar/parser/mas-parser.ts'
import { everyConstruct } from './every-construct.ts'
import { mixedScript } from './mixed-script.ts'
import { anySource, mutated } from './parse-arbitraries.ts'
import { propertyRuns } from './property-runs.ts'

const parser = new MasParser()

/** Both readings of a text, and whether anything was found wrong with it, in its tokens or by the careful one. */
function readBoth(source: string) {
  const { tokens, comments, problems } = tokenize(source)
  const documentation = documentationLookup(source, comments)
  const plain = parser.readPlainly(source, tokens, documentation)
  const careful = parser.readCarefully(source, tokens, documentation)
  return { plain, careful, isWrong: problems.length + careful.problems.length > 0 }
}

/** The law. A plain reading has no problems, so where the careful one has some, there is none. */
function expectSameReading(source: string): void {
  const { plain, careful, isWrong } = readBoth(source)
  if (plain === null) expect(isWrong).toBe(true)
  else expect(plain).toEqual(careful)
}

describe('a plain reading', () => {
  test.each([...everyConstruct, mixedScript, ''])('of %j is the careful one', (source) => {
    const { plain, careful } = readBoth(source)
    expect(careful.problems).toEqual([])
    expect(plain).toEqual(careful)
  })

  const operators = '+ - * / % == != < <= > >= and or ?? otherwise'.split(' ')
  const operands = ['a', '-a', 'not a', '(a)', 'a.b[0]', 'f(a)', '"{{a}}"', '[a]', '1', '{ a: 1 }']
  test.each(operators.flatMap((operator) => operands.map((operand) => `${operand} ${operator} b`)))('of %s is the careful one', (sum) => {
    const { plain, careful } = readBoth(`workflow main() -> int { x = ${sum} return f(${sum}) }`)
    expect(careful.problems).toEqual([])
    expect(plain).toEqual(careful)
  })

  test.each([
    ['workflow main() -> string { return }'],
    ['workflow main() -> string { return (1 }'],
    ['workflow main() -> string { f(1) return x }'],
    ['workflow main() -> string { x = a if b else c return x }'],
    ['agent Writer(task string) -> string'],
    ['type Review = { verdict: string'],
    ['}'],
    // Found by the law of bounds: Chevrotain looked for a way on by rules that a plain reading had gone past.
    ['workflow main() -> int { match kind { } found = each i in lines(other) max 4 { if i > 1 { else '],
  ])('gives up on %s', (source) => {
    const { plain, careful } = readBoth(source)
    expect(careful.problems).not.toEqual([])
    expect(plain).toBeNull()
  })

  test.each([['any text', anySource], ['a changed script', mutated]])(
    'of %s is the careful one, or none where something is wrong',
    (_, sources) => {
      fc.assert(fc.property(sources, expectSameReading), { numRuns: propertyRuns(1_000) })
    },
  )

  // Found by the property: the careful reading expects the brace to be lost with the open text, and reports nothing.
  test('may give up where the careful one has no problem of its own', () => {
    expectSameReading('agent Researcher(question: string) -> string {\n  role "')
  })
})
