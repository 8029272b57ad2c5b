import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { validateValue } from '../../runtime/index.ts'
import { graphOf, inputsOf } from '../../testing/index.ts'

describe('inputsOf', () => {
  const graph = graphOf({ text: 'workflow main(task: string, sizes: int[2], hint: string?) -> string { return task }', workflow: 'main' })

  test('gives a value of its type for each parameter, and shrinks to the simplest', () => {
    fc.assert(
      fc.property(inputsOf(graph), (inputs) => {
        expect(Object.keys(inputs)).toEqual(['task', 'sizes', 'hint'])
        for (const { name, type } of graph.parameters) expect(validateValue(type, inputs[name]).kind).toBe('ok')
      }),
    )
    const { counterexample } = fc.check(fc.property(inputsOf(graph), () => false))
    expect(counterexample).toEqual([{ task: '', sizes: [], hint: null }])
  })
})
