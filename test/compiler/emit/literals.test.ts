import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stringLiteral, templateChunk } from '../../../compiler/emit/literals.ts'

/** What the JavaScript that the text is comes to. */
async function valueOf(code: string): Promise<unknown> {
  const module = (await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(`export default ${code}`)}`)) as {
    readonly default: unknown
  }
  return module.default
}

const hostile = ["'", '"', '`', '${x}', '\\', '\\u{0}', '\n', '\r\n', '\u2028', '\0', '\u{1f600}', '*/', '</script>'].join('')

test.each([
  ["it's", String.raw`'it\'s'`],
  ['a "b"', `'a "b"'`],
  ['a\nb', String.raw`'a\nb'`],
])('a string in single quotes: %j', (text, literal) => {
  expect(stringLiteral(text)).toBe(literal)
})

test('over the lines that it has, where it may', () => {
  expect([stringLiteral('a\nb', true), stringLiteral('a', true)]).toEqual(['`a\nb`', "'a'"])
})

test('any text comes back', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary' }), async (text) => {
      // Encoded as a URL, a half of a pair cannot be carried.
      fc.pre(text.isWellFormed())
      const parts = await valueOf(`[${stringLiteral(text)}, ${stringLiteral(text, true)}, \`${templateChunk(text)}\`]`)
      expect(parts).toEqual([text, text, text])
    }),
    { numRuns: 50, examples: [[hostile]] },
  )
})
