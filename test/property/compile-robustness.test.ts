import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toMermaid } from '../../compiler/index.ts'
import type { CompiledFile } from '../../compiler/index.ts'
import { checkerCodes } from '../../compiler/diagnostics/registry.ts'
import { allNodes, compileSource } from '../compiler/compile/compile-source.ts'
import { changed, changesWith, piecesOf, shippedScripts } from './changed-scripts.ts'
import { propertyRuns } from './property-runs.ts'

const wrong = checkerCodes.flatMap(({ example }) => (example === null ? [] : [example.wrong.replaceAll(/[«»]/g, '')]))
const scripts = [...shippedScripts.values(), ...wrong]
const words = [...new Set(scripts.flatMap(piecesOf))]

/** Whatever was compiled: every workflow has a graph, a reason why it has none, or no bound of its own. */
function expectWhole({ path, diagnostics, workflows }: CompiledFile, source: string): void {
  const hasErrors = diagnostics.some(({ severity }) => severity === 'error')
  for (const { file, range, message, hint } of diagnostics) {
    expect(`${message} ${hint ?? ''}`).not.toMatch(/undefined|NaN|Infinity|\[object/)
    if (file !== path) continue
    expect(range.start).toBeLessThanOrEqual(range.end)
    expect(range.end).toBeLessThanOrEqual(source.length)
  }
  for (const { name, compiled } of workflows) {
    if (compiled.kind === 'broken') expect({ name, hasErrors }).toEqual({ name, hasErrors: true })
    if (compiled.kind !== 'graph') continue
    const names = allNodes(compiled.graph.body).map(({ node }) => node.name)
    expect(new Set(names).size).toBe(names.length)
    expect(JSON.parse(JSON.stringify(compiled.graph))).toEqual(compiled.graph)
    expect(toMermaid(compiled.graph)).toMatch(/^flowchart TD\n/)
  }
}

const compiles = (source: string): void => {
  expectWhole(compileSource(source), source)
}

describe('compiling never throws and always ends', () => {
  test('for a script that was changed at random', () => {
    const changes = fc.array(changesWith(scripts), { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(fc.constantFrom(...scripts), changes, (script, by) => {
        compiles(changed(script, by))
      }),
      { numRuns: propertyRuns(700) },
    )
  })

  test('for words of scripts in any order, in a workflow', () => {
    const soup = fc.array(fc.constantFrom(...words), { maxLength: 40 }).map((parts) => parts.join(' '))
    const head = 'agent A(x: string) -> string\nworkflow main(x: string) -> string {'
    fc.assert(
      fc.property(soup, fc.boolean(), (text, inside) => {
        compiles(inside ? `${head} ${text} }` : text)
      }),
      { numRuns: propertyRuns(400) },
    )
  })

  test('for any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), compiles), { numRuns: propertyRuns(200) })
  })

  test('for every beginning of a script that ends between two words', () => {
    const script = shippedScripts.get('examples/reflect.mas') ?? ''
    const parts = piecesOf(script)
    parts.forEach((_, end) => {
      compiles(parts.slice(0, end).join(''))
    })
  })
})
