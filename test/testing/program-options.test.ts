import { describe, expect, test } from 'vitest'
import { specificationOf } from '../../testing/program-options.ts'

describe('specificationOf', () => {
  test('has declarations of its own where none are given', () => {
    const { callees, limits } = specificationOf({})
    expect(callees.map(({ name }) => name)).toEqual(['lookup', 'store', 'Solver', 'Router', 'Writer'])
    expect(limits).toEqual({ calls: 20, statements: 4, nesting: 2, expressionDepth: 2 })
  })

  test('has no others where some are given, and keeps the limits that are left out', () => {
    const { callees, limits, workflow } = specificationOf({
      tools: ['look(key: string) -> int from "host:look" pure'],
      workflow: 'other(key: string) -> int',
      limits: { calls: 3 },
    })
    expect(callees.map(({ name }) => name)).toEqual(['look'])
    expect(workflow.name).toBe('other')
    expect(limits).toEqual({ calls: 3, statements: 4, nesting: 2, expressionDepth: 2 })
  })

  test('tells the code and the message of each mistake', () => {
    expect(() => specificationOf({ agents: ['A(x: strin) -> string'] })).toThrow(/^MAS2002: .*strin/)
  })
})
