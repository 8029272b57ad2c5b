import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from '../../grammar/index.ts'
import type { Block, Statement } from '../../grammar/index.ts'
import type { Graph } from '../../compiler/index.ts'
import { finishedText, randomDesign } from '../../compiler/derivation/index.ts'
import { printFile } from '../../compiler/print/index.ts'
import { allNodes, compileSource, instancesOf } from '../compiler/compile/compile-source.ts'
import { randomNumbers } from '../compiler/derivation/designs.ts'
import { richSpecification } from '../compiler/derivation/rich-specification.ts'
import { changed, changesWith, shippedScripts } from './changed-scripts.ts'
import { mixedScript } from './mixed-script.ts'
import { propertyRuns } from './property-runs.ts'

const besides = Object.fromEntries([...shippedScripts].map(([path, text]) => [path.replace('examples/', ''), text]))

function graphsOf(text: string): readonly Graph[] {
  const { diagnostics, workflows } = compileSource(text, besides)
  if (diagnostics.some(({ severity }) => severity === 'error')) return []
  return workflows.flatMap(({ compiled }) => (compiled.kind === 'graph' ? [compiled.graph] : []))
}

const specification = richSpecification({ calls: 40, statements: 5, nesting: 2, expressionDepth: 2 })
// Drawing takes longer than compiling, so each drawn program serves several runs.
const drawn = Array.from({ length: 20 }, (_, seed) => finishedText(randomDesign(specification, randomNumbers(seed))) ?? '')
const written = [mixedScript, ...shippedScripts.values()]
const rewritten = fc
  .tuple(fc.constantFrom(...written), fc.array(changesWith(written), { maxLength: 2 }))
  .map(([script, changes]) => changed(script, changes))
const scripts = fc.oneof({ weight: 1, arbitrary: fc.constantFrom(...drawn) }, { weight: 3, arbitrary: rewritten })

/** Where a statement may be put in: before another one, at any depth. */
function statementPlaces(source: string): readonly number[] {
  const inside = (statements: readonly Statement[]): readonly number[] =>
    statements.flatMap((statement) => {
      const deeper = blocksOf(statement).flatMap((block) => inside(block.statements))
      return [statement.range.start, ...deeper]
    })
  return parse(source).file.declarations.flatMap((declaration) =>
    declaration.kind === 'workflow' ? inside(declaration.body.statements) : [],
  )
}

function blocksOf(statement: Statement): readonly Block[] {
  switch (statement.kind) {
    case 'if': {
      // An `else if` is a block of its own in the tree, without braces in the text: nothing can be put before it.
      const { then, otherwise } = statement
      const hasBraces = otherwise !== null && otherwise.range.start !== otherwise.statements[0]?.range.start
      return hasBraces ? [then, otherwise] : [then]
    }
    case 'match':
      return statement.arms.map((arm) => arm.body)
    case 'repeat':
    case 'for':
      return [statement.body]
    default:
      return []
  }
}

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
      { numRuns: propertyRuns(300) },
    )
  })

  test('do not change with the layout', () => {
    fc.assert(
      fc.property(scripts, (script) => {
        const before = graphsOf(script)
        fc.pre(before.length > 0)
        expect(graphsOf(printFile(parse(script).file)).map(instancesOf)).toEqual(before.map(instancesOf))
      }),
      { numRuns: propertyRuns(200) },
    )
  })

  test('do not change with a binding that is put in anywhere', () => {
    fc.assert(
      fc.property(scripts, fc.nat(), (script, at) => {
        const before = graphsOf(script)
        const places = statementPlaces(script)
        fc.pre(before.length > 0 && places.length > 0)
        const place = places[at % places.length] ?? 0
        const after = graphsOf(`${script.slice(0, place)}unrelated = trim("a") ${script.slice(place)}`)
        const others = after.map((graph) => instancesOf(graph).filter((instance) => !instance.endsWith('/unrelated')))
        expect(others).toEqual(before.map(instancesOf))
      }),
      { numRuns: propertyRuns(200) },
    )
  })
})
