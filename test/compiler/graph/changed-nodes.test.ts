import { describe, expect, test } from 'vitest'
import { blocksOf, operandsOf, pureReads, renameValues, withBlocks, withOperands } from '../../../compiler/graph/index.ts'
import type { Pure } from '../../../compiler/graph/index.ts'
import { mixedScript } from '../../property/mixed-script.ts'
import { shippedScripts } from '../../property/changed-scripts.ts'
import { allNodes, compileSource, graphOf } from '../compile/compile-source.ts'

const besides = Object.fromEntries([...shippedScripts].map(([path, text]) => [path.replace('examples/', ''), text]))

const nodes = [mixedScript, ...shippedScripts.values()]
  .flatMap((script) => compileSource(script, besides).workflows)
  .flatMap(({ compiled }) => (compiled.kind === 'graph' ? allNodes(compiled.graph.body) : []))
  .map(({ node }) => node)

const readsOf = (pures: readonly Pure[]): readonly string[] => {
  const reads = new Set<string>()
  for (const pure of pures) pureReads(pure, reads)
  return [...reads].sort()
}

test('there are nodes of every kind', () => {
  expect(new Set(nodes.map(({ kind }) => kind)).size).toBe(13)
})

describe('withOperands', () => {
  test('changes every operand of a node, and nothing else', () => {
    for (const node of nodes) {
      expect(withOperands(node, (pure) => pure)).toEqual(node)
      const changed = withOperands(node, (pure) => ({ kind: 'not', operand: pure }))
      expect(operandsOf(changed)).toEqual(operandsOf(node).map((operand) => ({ kind: 'not', operand })))
      expect(blocksOf(changed)).toEqual(blocksOf(node))
    }
  })
})

describe('withBlocks', () => {
  test('changes every block of a node in its place, and nothing else', () => {
    for (const node of nodes) {
      expect(withBlocks(node, (block) => block)).toEqual(node)
      const changed = withBlocks(node, (_, position) => ({ nodes: [], outputs: [{ kind: 'constant', value: position }] }))
      expect(blocksOf(changed).map(({ outputs }) => outputs)).toEqual(
        blocksOf(node).map((_, position) => [{ kind: 'constant', value: position }]),
      )
      expect(operandsOf(changed)).toEqual(operandsOf(node))
    }
  })
})

describe('renameValues', () => {
  test('renames every value that an expression reads', () => {
    for (const operand of nodes.flatMap(operandsOf)) {
      expect(renameValues(operand, (id) => id)).toEqual(operand)
      expect(readsOf([renameValues(operand, (id) => `other ${id}`)])).toEqual(readsOf([operand]).map((id) => `other ${id}`))
    }
  })

  test('leaves what looks like a value in a constant, and the items of a text', () => {
    const constant: Pure = { kind: 'constant', value: { kind: 'value', id: 'x' } }
    expect(renameValues(constant, () => 'y')).toEqual(constant)
    const { body } = graphOf('workflow main(xs: string[2]) -> string { return "{{#each xs as x}}{{x}}{{/each}}" }')
    const operands = body.nodes.flatMap(operandsOf)
    expect(readsOf(operands.map((pure) => renameValues(pure, (id) => `other ${id}`)))).toEqual(['other xs'])
  })
})
