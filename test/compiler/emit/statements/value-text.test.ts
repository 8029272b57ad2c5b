import { describe, expect, test } from 'vitest'
import { codeOf } from '../code-of.ts'

describe('Values', () => {
  test('move to where they are read alone', async () => {
    const code = await codeOf(`a = A(q)
b = a
return b`)
    expect(code).toBe(`return at.call('main/a', A, { q })`)
  })

  test('are told the type that a call takes', async () => {
    const code = await codeOf(`a = Maybe(q)
assert a != none
return A(a)`)
    expect(code).toBe(`const a = await at.call('main/a', Maybe, { q })
at.assert('main/assert', () => a !== null)
return at.call('main/return/A', A, { q: mas.there(a) })`)
  })

  test('members of an enum keep their type', async () => {
    const code = await codeOf(`return { verdict: Kind.one, remark: none }`, { result: 'Review' })
    expect(code).toBe(`return { verdict: 'one' as const, remark: null }`)
  })
})
