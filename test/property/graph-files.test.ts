import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readGraph } from '../../compiler/graph-reader/index.ts'
import type { Graph } from '../../compiler/index.ts'
import { randomDesign, finishedText } from '../../compiler/derivation/index.ts'
import { graphOf as compiledGraph } from '../compiler/compile/compile-source.ts'
import { richSpecification } from '../compiler/derivation/rich-specification.ts'
import { graphOf, wellTypedProgram } from '../../testing/index.ts'
import { mixedScript } from './mixed-script.ts'
import { propertyRuns } from './property-runs.ts'
import { randomNumbers } from '../compiler/derivation/designs.ts'

const written = (graph: Graph): string => JSON.stringify(graph)

describe('a compiled graph', () => {
  test('of a random program is read as it was written', () => {
    fc.assert(
      fc.property(wellTypedProgram(), (program) => {
        const text = written(graphOf(program))
        const { value, problems } = readGraph(text)
        expect(problems).toEqual([])
        expect(written(value as Graph)).toBe(text)
      }),
      { numRuns: propertyRuns(200) },
    )
  })
})
