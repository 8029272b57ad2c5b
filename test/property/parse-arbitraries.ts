import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { reservedWords } from '../../grammar/index.ts'
import { parsableProgram } from '../../testing/index.ts'

const folder = new URL('../../examples/', import.meta.url)
const examples = readdirSync(folder).filter((name) => name.endsWith('.mas')).map((name) => readFileSync(new URL(name, folder), 'utf8'))

const pieces = [
  ...reservedWords, 'max', 'of', 'when', 'from', 'as', 'budget', 'calls', 'role', 'prompt', 'tools', 'temperature', 'x',
  'Draft', 'let', 'const', 'await', 'while', 'elif', '_', 'f', '12', '0.5', '1_000', '1e999', '{', '}', '(', ')', '[', ']',
  ',', ':', ';', '.', '...', '->', '=>', '=', '==', '===', '!=', '<', '<=', '>', '+', '+=', '-', '*', '/', '%', '?', '??',
  '&&', '||', '!', '"', '"""', '\'', '`', '{{', '}}', '{{{', '\\', '\\n', '\\{{', '\\q', '{{#if', '{{#each', '{{else}}',
  '{{/if}}', '{{/each}}', '{{#with', '\n', '\r\n', ' ', '\t', '//', '///', '/*', '*/', '#', '@', '“', '😀', '\uD800',
  '\u0000',
]

/** Words and signs of the language, and of others, in any order. */
export const tokenSoup: fc.Arbitrary<string> = fc
  .tuple(fc.array(fc.constantFrom(...pieces), { maxLength: 80 }), fc.constantFrom('', ' ', '\n'))
  .map(([chosen, between]) => chosen.join(between))

/** An example, or any other text that can be parsed. */
const parsable: fc.Arbitrary<string> = fc.oneof(fc.constantFrom(...examples), parsableProgram())

/** Such a text cut off somewhere. */
export const truncated: fc.Arbitrary<string> = fc
  .tuple(parsable, fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([source, share]) => source.slice(0, Math.floor(source.length * share)))

interface Edit {
  readonly at: number
  readonly removed: number
  readonly added: string
}

const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.nat({ max: 12 }),
  added: fc.constantFrom('', ...pieces),
})

/** Such a text with a few pieces put in, left out, or both. */
export const mutated: fc.Arbitrary<string> = fc
  .tuple(parsable, fc.array(edit, { minLength: 1, maxLength: 6 }))
  .map(([source, edits]) => edits.reduce((text, { at, removed, added }) => {
    const start = Math.floor(text.length * at)
    return text.slice(0, start) + added + text.slice(start + removed)
  }, source))

/** Anything that somebody could ask to be parsed. */
export const anySource: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }), tokenSoup, truncated, mutated,
)
