import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Graph } from '../../compiler/index.ts'
import { allNodes, compileSource, instancesOf } from '../compiler/compile/compile-source.ts'
import { randomNumbers } from '../compiler/derivation/designs.ts'
import { changed, changesWith, shippedScripts } from './changed-scripts.ts'
import { editsElsewhere, withoutPutIn } from './edits-elsewhere.ts'
import { mixedScript } from './mixed-script.ts'
import { propertyRuns } from './property-runs.ts'
import { sprinkled } from './sprinkled.ts'
import { teamPrograms } from './team-programs.ts'

const besides = Object.fromEntries([...shippedScripts].map(([path, text]) => [path.replace('examples/', ''), text]))

function graphsOf(text: string): readonly Graph[] {
  const { diagnostics, workflows } = compileSource(text, besides)
  if (diagnostics.some(({ severity }) => severity === 'error')) return []
  return workflows.flatMap(({ compiled }) => (compiled.kind === 'graph' ? [compiled.graph] : []))
}

const written = [mixedScript, ...shippedScripts.values()]
const rewritten = fc
  .tuple(fc.constantFrom(...written), fc.array(changesWith(written), { maxLength: 2 }))
  .map(([script, changes]) => changed(script, changes))
const scripts = fc.oneof(
  { weight: 1, arbitrary: teamPrograms.map(({ text }) => text) },
  { weight: 1, arbitrary: fc.constantFrom(...written) },
  { weight: 2, arbitrary: rewritten },
)

/** The names of the nodes of each workflow, but for those that an edit put in. */
const namesIn = (graphs: readonly Graph[], kept = (instance: string) => instance): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    graphs
      .filter(({ workflow }) => workflow !== 'unrelated_one')
      .map((graph) => [graph.workflow, withoutPutIn(instancesOf(graph)).map(kept)]),
  )

describe('node names', () => {
  test('are unique, and an instance has a place for the index of every loop around it, innermost last', () => {
    fc.assert(
      fc.property(scripts, (script) => {
        for (const graph of graphsOf(script)) {
          const nodes = allNodes(graph.body)
          expect(new Set(nodes.map(({ node }) => node.name)).size).toBe(nodes.length)
          for (const { node, loops } of nodes) {
            expect(node.instance.replaceAll('[*]', '')).toBe(node.name)
            expect([node.instance, node.instance.split('[*]').length - 1]).toEqual([node.instance, loops])
            expect(node.name.startsWith(`${graph.workflow}/`)).toBe(true)
          }
        }
      }),
      { numRuns: propertyRuns(150) },
    )
  })

  test('do not change with white space and comments between any two words', () => {
    const pairs = scripts.chain((script) => fc.tuple(fc.constant(script), sprinkled(fc.constant(script))))
    fc.assert(
      fc.property(pairs, ([script, other]) => {
        const before = graphsOf(script)
        fc.pre(before.length > 0)
        expect(namesIn(graphsOf(other))).toEqual(namesIn(before))
      }),
      { numRuns: propertyRuns(50) },
    )
  })

  test('do not change with edits elsewhere', () => {
    const made = new Set<string>()
    fc.assert(
      fc.property(scripts, fc.nat(), (script, seed) => {
        const before = graphsOf(script)
        fc.pre(before.length > 0)
        const random = randomNumbers(seed)
        for (const { what, edit, kept } of editsElsewhere) {
          const edited = edit(script, (below) => Math.floor(random() * below))
          const after = edited === null ? [] : graphsOf(edited)
          // An edit that makes a mistake, such as a bound beyond a budget, says nothing of names.
          if (after.length === 0) continue
          expect(namesIn(after, kept), `${what}\n${edited ?? ''}`).toEqual(namesIn(before, kept))
          made.add(what)
        }
      }),
      { numRuns: propertyRuns(50) },
    )
    expect(editsElsewhere.filter(({ what }) => !made.has(what))).toEqual([])
  })
})
