import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatScript } from '../../compiler/format/index.ts'
import { finishedText, randomDesign } from '../../compiler/derivation/index.ts'
import type { Graph } from '../../compiler/index.ts'
import { lexemesOf, parse } from '../../grammar/index.ts'
import { compileSource, instancesOf } from '../compiler/compile/compile-source.ts'
import { randomNumbers } from '../compiler/derivation/designs.ts'
import { richSpecification } from '../compiler/derivation/rich-specification.ts'
import { withoutPlaces } from '../compiler/print/without-places.ts'
import { shippedScripts } from './changed-scripts.ts'
import { everyConstruct } from './every-construct.ts'
import { mixedScript } from './mixed-script.ts'
import { propertyRuns } from './property-runs.ts'
import { sprinkled } from './sprinkled.ts'

const specification = richSpecification({ calls: 40, statements: 5, nesting: 2, expressionDepth: 2 })
// Drawing takes longer than formatting, so each drawn program serves several runs.
const drawn = Array.from({ length: 20 }, (_, seed) => finishedText(randomDesign(specification, randomNumbers(seed))) ?? '')
const besides = Object.fromEntries([...shippedScripts].map(([path, text]) => [path.replace('examples/', ''), text]))

test.each(everyConstruct)('a script of every construct has no syntax errors', (script) => {
  expect(parse(script).problems).toEqual([])
})

const scripts = sprinkled(
  fc.oneof(
    fc.constantFrom(...drawn),
    fc.constantFrom(mixedScript, ...shippedScripts.values()),
    fc.constantFrom(...everyConstruct),
  ),
).filter((script) => parse(script).problems.length === 0)

function formatted(script: string): string {
  const result = formatScript('a.mas', script)
  if (result.kind === 'errors') throw new Error(JSON.stringify(result.diagnostics))
  return result.text
}

/** A graph without the places in the text that its nodes came from. */
const unplaced = (graph: Graph): unknown =>
  JSON.parse(JSON.stringify(graph, (key, value: unknown) => (key === 'place' || key === 'range' ? undefined : value)))

const commentsOf = (script: string): readonly string[] =>
  parse(script).comments.map(({ text }) => text.split(/\r?\n/).map((line) => line.trim()).join('\n'))

/** What is hard to indent anew: white space, tags, insertions over several lines, quotes, braces, backslashes. */
const blockTexts = fc
  .array(
    fc.constantFrom(
      'a', ' ', '  ', '    ', '\n', '\n\n', '\n  ', '\n    ', '\t', '\r\n', '"', '""', '\\', '{', '}}', '\\{{',
      '{{x}}', '{{ x }}', '{{f(\n  x, [1,\n2])}}', '{{{x}}}', '{{f("""b\n  c""")}}', '{{#if x}}', '{{else}}', '{{/if}}',
      '{{#each  xs as y}}', '{{/each}}',
    ),
    { maxLength: 12 },
  )
  .map((pieces) => `"""${pieces.join('')}"""`)
  .chain((text) =>
    fc.constantFrom(
      `agent A() -> string { prompt ${text}}`,
      `workflow w() -> string { repeat max 3 { a = f(${text}, b) } }`,
    ),
  )
  .filter((script) => parse(script).problems.length === 0)

describe('a formatted script', () => {
  test('stays as it is when it is formatted again', () => {
    fc.assert(
      fc.property(scripts, (script) => {
        const once = formatted(script)
        expect(formatted(once)).toBe(once)
      }),
      { numRuns: propertyRuns(400) },
    )
  })

  test('has the syntax tree that it had before, and the comments in their order', () => {
    fc.assert(
      fc.property(scripts, (script) => {
        const after = formatted(script)
        expect(withoutPlaces(parse(after).file)).toEqual(withoutPlaces(parse(script).file))
        expect(commentsOf(after)).toEqual(commentsOf(script))
      }),
      { numRuns: propertyRuns(400) },
    )
  })

  test('has the texts that it had before, and keeps them when it is formatted again', () => {
    fc.assert(
      fc.property(blockTexts, (script) => {
        const once = formatted(script)
        expect(withoutPlaces(parse(once).file)).toEqual(withoutPlaces(parse(script).file))
        expect(formatted(once)).toBe(once)
      }),
      { numRuns: propertyRuns(500) },
    )
  })

  test('compiles to the same graphs, node names included', () => {
    fc.assert(
      fc.property(scripts, (script) => {
        const [before, after] = [script, formatted(script)].map((text) => compileSource(text, besides).workflows)
        const graphs = (all: typeof before) =>
          (all ?? []).flatMap(({ compiled }) => (compiled.kind === 'graph' ? [compiled.graph] : []))
        expect(graphs(after).map(instancesOf)).toEqual(graphs(before).map(instancesOf))
        expect(graphs(after).map(unplaced)).toEqual(graphs(before).map(unplaced))
      }),
      { numRuns: propertyRuns(100) },
    )
  })

  test('has no line that ends with white space outside of texts, ends with one line break, and holds no `;`', () => {
    fc.assert(
      fc.property(scripts, (script) => {
        const text = formatted(script)
        const lexemes = lexemesOf(text)
        const outside = lexemes.reduceRight(
          (rest, { range }) => `${rest.slice(0, range.start)}${'x'.repeat(range.end - range.start)}${rest.slice(range.end)}`,
          text,
        )
        expect(outside).toMatch(/[^\n]\n$/)
        expect(outside).not.toMatch(/^\n|\n\n\n|\r|[ \t]\n/)
        expect(lexemes.map((lexeme) => lexeme.text)).not.toContain(';')
      }),
      { numRuns: propertyRuns(100) },
    )
  })
})
