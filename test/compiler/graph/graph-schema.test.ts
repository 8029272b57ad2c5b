import { Ajv } from 'ajv'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import schema from '../../../compiler/graph/graph-schema.json' with { type: 'json' }
import { graphSchemaText } from '../../../scripts/graph-schema.ts'
import { shippedScripts } from '../../property/changed-scripts.ts'
import { mixedScript } from '../../property/mixed-script.ts'
import { compileSource } from '../compile/compile-source.ts'

const besides = Object.fromEntries([...shippedScripts].map(([path, text]) => [path.replace('examples/', ''), text]))

describe('the schema of a graph', () => {
  test('is what its types make it: after a change of them, run `npm run docs:graph-schema`', () => {
    expect(readFileSync(new URL('../../../compiler/graph/graph-schema.json', import.meta.url), 'utf8')).toBe(graphSchemaText())
  })

  test('names its draft and itself', () => {
    expect(schema).toMatchObject({ $schema: 'http://json-schema.org/draft-07/schema#', $id: 'urn:maslang:graph:1' })
  })

  test('is closed', () => {
    const open: string[] = []
    const visit = (part: unknown, place: string): void => {
      if (typeof part !== 'object' || part === null) return
      if ('properties' in part && !('additionalProperties' in part)) open.push(place)
      for (const [name, inner] of Object.entries(part)) visit(inner, `${place}/${name}`)
    }
    visit(schema, '')
    expect(open).toEqual([])
  })

  // Without the `discriminator` keyword, as a validator that does not know it.
  const fits = new Ajv({ strict: false }).compile(schema)

  test.each([['mixed', mixedScript] as const, ...shippedScripts])('fits every graph of %s', (_, script) => {
    for (const { compiled } of compileSource(script, besides).workflows) {
      if (compiled.kind === 'graph') expect(fits(JSON.parse(JSON.stringify(compiled.graph)))).toBe(true)
    }
  })

  test('does not fit a graph with another field, or without one', () => {
    const [main] = compileSource('workflow main() -> string { return "" }').workflows
    const graph = main?.compiled.kind === 'graph' ? main.compiled.graph : null
    expect(
      [graph, { ...graph, x: 1 }, { ...graph, body: undefined }, { ...graph, version: 2 }].map((data) => fits(data)),
    ).toEqual([true, false, false, false])
  })
})
