import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatScript } from '../../compiler/format/index.ts'
import type { Graph } from '../../compiler/index.ts'
import { printFile } from '../../compiler/print/index.ts'
import { lexemesOf, parse } from '../../grammar/index.ts'
import { parsableProgram, wellTypedProgram } from '../../testing/index.ts'
import { compileSource, instancesOf } from '../compiler/compile/compile-source.ts'
import { withoutPlaces } from '../compiler/print/without-places.ts'
import { shippedScripts } from './changed-scripts.ts'
import { everyConstruct } from './every-construct.ts'
import { mixedScript } from './mixed-script.ts'
import { propertyRuns } from './property-runs.ts'
import { sprinkled } from './sprinkled.ts'

const besides = Object.fromEntries([...shippedScripts].map(([path, text]) => [path.replace('examples/', ''), text]))

test.each(everyConstruct)('a script of every construct has no syntax errors', (script) => {
  expect(parse(script).problems).toEqual([])
})

const scripts = sprinkled(
  fc.oneof(
    wellTypedProgram().map(({ text }) => text),
    fc.constantFrom(mixedScript, ...shippedScripts.values()),
    fc.constantFrom(...everyConstruct),
  ),
).filter((script) => parse(script).problems.length === 0)

/** What the layout has been wrong about, once. */
const counterexamples = [
  'agent A = B {/**\n*/}',
  'workflow w() -> _ { return f(/**\n*/) }',
  'agent _(_:_,_:{x:agent(_,{_a1:agent()->agent()->agent()->agent()->agent()->agent()->agent(/**/)->max[]},_)->_})->_',
]

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

/** The tree, whether a text is written on one line or on several. */
const meaningOf = (script: string): unknown =>
  JSON.parse(JSON.stringify(withoutPlaces(parse(script).file), (key, value: unknown) => (key === 'form' ? undefined : value)))

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
  test.each(counterexamples)('stays as it is: %j', (script) => {
    const once = formatted(script)
    expect(formatted(once)).toBe(once)
  })

  test('of any rule of the grammar stays as it is, and says what it said', () => {
    fc.assert(
      fc.property(parsableProgram(), (script) => {
        const once = formatted(script)
        expect(formatted(once)).toBe(once)
        expect(meaningOf(once)).toEqual(meaningOf(script))
        expect(commentsOf(once)).toEqual(commentsOf(script))
      }),
      { numRuns: propertyRuns(200) },
    )
  })

  test('stays as it is when it is formatted again', () => {
    fc.assert(
      fc.property(scripts, (script) => {
        const once = formatted(script)
        expect(formatted(once)).toBe(once)
      }),
      { numRuns: propertyRuns(250) },
    )
  })

  test('has the syntax tree that it had before, and the comments in their order', () => {
    fc.assert(
      fc.property(scripts, (script) => {
        const after = formatted(script)
        expect(withoutPlaces(parse(after).file)).toEqual(withoutPlaces(parse(script).file))
        expect(commentsOf(after)).toEqual(commentsOf(script))
      }),
      { numRuns: propertyRuns(250) },
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

describe('a printed tree', () => {
  test.each([
    'workflow w() -> _ { return (a_long_name_of_a_value ?? a_long_name_of_another) ?? a_long_name_of_a_third_value_that_breaks_the_line }',
  ])('is printed the same again: %j', (script) => {
    const printed = printFile(parse(script).file)
    expect(printFile(parse(printed).file)).toBe(printed)
  })

  test('of any rule of the grammar reads as the same tree, and is printed the same again', () => {
    fc.assert(
      fc.property(parsableProgram(), (script) => {
        const printed = printFile(parse(script).file)
        expect(parse(printed).problems).toEqual([])
        expect(meaningOf(printed)).toEqual(meaningOf(script))
        expect(printFile(parse(printed).file)).toBe(printed)
      }),
      { numRuns: propertyRuns(200) },
    )
  })
})
