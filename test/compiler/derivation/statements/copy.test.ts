import { describe, expect, it } from 'vitest'
import { derivationOf } from '../../../../compiler/derivation/index.ts'
import { richSpecification } from '../rich-specification.ts'

const specification = richSpecification({ calls: 40, statements: 6, nesting: 1, expressionDepth: 3 })

const isDerived = (copied: string, result: string): boolean =>
  derivationOf(
    specification,
    `workflow main(task: string, hint: string?, sizes: int[3]) -> string {
      assert hint != none
      current = ${copied}
      repeat max 2 { current = Solver(task, current).answer }
      return ${result}
    }`,
  ) !== null

describe('a copy of a parameter', () => {
  it('has the type that the parameter has everywhere', () => {
    expect(isDerived('task', 'current')).toBe(true)
    expect(isDerived('""', 'current')).toBe(true)
    expect(isDerived('hint', 'current ?? task')).toBe(false)
  })
})
