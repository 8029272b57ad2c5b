import type { Graph } from '../compiler/index.ts'
import type { ToolImplementation } from '../runtime/index.ts'
import { seededNumbers, seededValue } from './seeded-values.ts'

/**
 * A stand-in for every tool of a graph, by its `from`: what it gives is a value of its declared type, decided by the inputs and the
 * seed, of an impure tool by the node too. `failureRate` is the share of calls that fail, 0 where it is left out.
 *
 * @example
 * const tools = new Map([...seededTools(graph, seed), ['host:lookup', lookup]]) // the real one under test, all others made up
 */
export const seededTools = (
  { tools }: Graph,
  seed: number,
  { failureRate = 0 }: { readonly failureRate?: number } = {},
): ReadonlyMap<string, ToolImplementation> =>
  new Map(
    Object.values(tools).map(({ from, result, pure }): [string, ToolImplementation] => [
      from,
      {
        call: (inputs, { node }) => {
          const random = seededNumbers(seed, from, pure ? '' : node, JSON.stringify(inputs))
          if (random() < failureRate) return Promise.resolve({ kind: 'failed', message: 'a failure made up for a test' })
          return Promise.resolve({ kind: 'ok', value: seededValue(result, random, 0.1) })
        },
      },
    ]),
  )
