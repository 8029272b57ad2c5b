import fc from 'fast-check'
import { finishedText, randomDesign } from '../../compiler/derivation/index.ts'
import { characterGrammar, exportGrammar, type LegalNames } from '../../grammar/export/index.ts'
import { derivedText } from '../../testing/texts/derived-text.ts'
import { randomNumbers } from '../compiler/derivation/designs.ts'
import { richSpecification } from '../compiler/derivation/rich-specification.ts'
import { fixedNames, libraryScripts, namesOf, scripts } from '../grammar/export/grammars.ts'
import { recognises } from '../grammar/export/recognise.ts'
import { piecesOf } from '../property/changed-scripts.ts'

/** A grammar, and texts of which it is known whether it derives them. */
export interface Case {
  readonly name: string
  readonly names: LegalNames | null
  readonly texts: readonly { readonly text: string; readonly derived: boolean }[]
}

/** Printed; another one is given as `ENGINE_SEED`. */
export const seed = Number(process.env['ENGINE_SEED'] ?? 20_251_126)
const samples = 15
const designs = 10
const changes = 40

const random = randomNumbers(seed)
const below = (count: number): number => Math.floor(random() * count)

/** A text with a piece left out, doubled or replaced. */
function changed(text: string): string {
  const pieces = piecesOf(text)
  const at = below(pieces.length)
  const [piece = '', other = ''] = [pieces[at], pieces[below(pieces.length)]]
  pieces.splice(at, 1, ['', piece + piece, other][below(3)] ?? '')
  return pieces.join('')
}

function caseOf(name: string, names: LegalNames | null, written: readonly string[]): Case {
  const grammar = characterGrammar(names)
  const sampled = fc.sample(derivedText(grammar), { numRuns: samples, seed: below(2 ** 31) })
  const derived = [...written, ...sampled]
  const altered = Array.from({ length: changes }, () => changed(written[below(written.length)] ?? ''))
  return {
    name, names,
    texts: [
      ...derived.map((text) => ({ text, derived: true })),
      ...altered.map((text) => ({ text, derived: recognises(grammar, text) })),
    ],
  }
}

const specification = richSpecification({ calls: 40, depth: 20, statements: 5, nesting: 2, expressionDepth: 2 })
export const randomPrograms = Array.from({ length: designs }, () => finishedText(randomDesign(specification, random)) ?? '')
const mains = randomPrograms.map((text) => text.slice(text.indexOf('workflow main(')).trimEnd())

/** Whole files, and the workflow behind fixed declarations. */
export const cases: readonly Case[] = [
  caseOf('files', null, [...[...scripts, ...libraryScripts].map(([, source]) => source), ...randomPrograms]),
  caseOf('a workflow', namesOf(`${specification.preamble}\n${mains[0]?.split('\n')[0] ?? ''} }`), mains),
  caseOf('another workflow', fixedNames, [
    'workflow main(problem: string) -> string {\n  return pick(problem, n: 2, use: Solver)\n}',
    'workflow main(problem: string) -> string {\n  x = Critic(problem, "{{problem}}")\n  return json(x)\n}',
  ]),
]

export const grammarOf = (format: 'gbnf' | 'lark', { names }: Case): string => exportGrammar(format, names)

/** How a text that an engine is to go on with begins. */
export function startOf({ names }: Case): string {
  const head = names?.head ?? null
  return head === null ? '' : `workflow ${head} {\n  return `
}

/** XGrammar's build for Node takes characters beyond ASCII for others. */
export const isAscii = (text: string): boolean => /^[\x01-\x7f]*$/.test(text)
