import { describe, expect, test } from 'vitest'
import { findCycles } from '../../../compiler/compile/find-cycles.ts'

/** The cycles of a graph written as `ab bc ca`: each cycle as the items that it goes through. */
function cycles(edges: string): readonly string[] {
  const steps = edges.split(' ').map(([from = '', to = '']) => ({ from, to, at: `${from}${to}` }))
  const items = [...new Set(steps.flatMap(({ from, to }) => [from, to]))]
  const found = findCycles(items, (item) => steps.filter((step) => step.from === item))
  return found.map((cycle) => cycle.map((step) => step.from).join('') + (cycle.at(-1)?.to ?? ''))
}

describe('cycles', () => {
  test.each([
    ['ab bc ac', []],
    ['aa', ['aa']],
    ['ab ba', ['aba']],
    ['ab bc ca', ['abca']],
    ['xa ab bc cb', ['bcb']],
    ['ab ba bb', ['aba', 'bb']],
    ['ab bd ac cd da', ['abda']],
  ])('of %s', (edges, expected) => {
    expect(cycles(edges)).toEqual(expected)
  })

  test('are found in long chains', () => {
    const length = 50_000
    const found = findCycles([0], (item) => [{ from: item, to: (item + 1) % length, at: null }])
    expect(found.map((cycle) => cycle.length)).toEqual([length])
  })
})
