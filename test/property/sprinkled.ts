import fc from 'fast-check'
import { lexemesOf, parse } from '../../grammar/index.ts'
import type { Range, Statement } from '../../grammar/index.ts'

/** What may stand between two words. A `#` becomes a number, so that each comment is another one. */
const between = [
  ' ', '  ', '\n', '\n\n\n', '\r\n', '\t', ' // c#\n', '\n// c#\n', '\n\n  // c# \n\n', ' /* c# */ ', '/* c# */\n', '\n/* c# */ ',
  '\n  /* c#\n     * c#\n   */\n', ' /* c#\n  c# */ ', ' /// c#\n', '\n/// c#\n/// c#\n', '\n\n/// c#\n\n', ' /* c# */ // c#\n',
]
const gap = fc.array(fc.constantFrom(...between), { minLength: 1, maxLength: 2 }).map((pieces) => pieces.join(''))
const mostly = fc.oneof({ weight: 12, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: gap })

/** A script with other white space, and comments, between some of its words. */
export const sprinkled = (scripts: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  scripts.chain((script) => {
    const lexemes = lexemesOf(script)
    const places = { minLength: lexemes.length + 1, maxLength: lexemes.length + 1 }
    return fc
      .record({
        gaps: fc.array(mostly, places),
        semicolon: fc.constantFrom('', ';', '\n;', '\n/// c#\n;', ' // c#\n ; ;'),
        indentation: fc.constantFrom('', '\n', ' '),
      })
      .map(({ gaps, semicolon, indentation }) => {
        const ends = statementEnds(script)
        const texts = lexemes.map(({ text, range }) => `${text}${ends.has(range.end) ? semicolon : ''}`)
        return numbered(woven(script, lexemes.map(({ range }) => range), texts, gaps, indentation))
      })
  })

function woven(
  script: string,
  ranges: readonly Range[],
  texts: readonly string[],
  gaps: readonly (string | null)[],
  usual: string,
): string {
  let end = 0
  const pieces = ranges.map((range, position) => {
    const before = gaps[position] ?? (usual === '' ? script.slice(end, range.start) : usual)
    end = range.end
    return `${before}${texts[position] ?? ''}`
  })
  return `${pieces.join('')}${gaps.at(-1) ?? ''}`
}

function numbered(script: string): string {
  let count = 0
  return script.replace(/c#/g, () => `c${String(++count)}`)
}

function statementEnds(script: string): ReadonlySet<number> {
  const ends = new Set<number>()
  const walk = (statements: readonly Statement[]): void => {
    for (const statement of statements) {
      ends.add(statement.range.end)
      if (statement.kind === 'repeat' || statement.kind === 'for') walk(statement.body.statements)
    }
  }
  for (const declaration of parse(script).file.declarations) {
    ends.add(declaration.range.end)
    if (declaration.kind === 'workflow') walk(declaration.body.statements)
  }
  return ends
}
