import { describe, expect, test } from 'vitest'
import { codeOf } from '../code-of.ts'

describe('Steps that the code waits for', () => {
  test('a computation that may fail is a step, any other an expression', async () => {
    const code = await codeOf(`a = lines(q)
b = [a, a]
c = A(q)
return join([b[0][0], c], "")`)
    expect(code).toBe(`const a = at.value('main/a', () => mas.lines(q))
const b = [a, a]
const c = await at.call('main/c', A, { q })
return at.value('main/return', () => mas.join([mas.element(mas.element(b, 0), 0), c], ''))`)
  })

  test('a result of no use has no variable', async () => {
    const code = await codeOf(`_ = lines(q)
return q`)
    expect(code).toBe(`at.value('main/_', () => mas.lines(q))
return q`)
  })

  test('an assertion says why it fails, and is known to hold afterwards', async () => {
    const code = await codeOf(`a = Maybe(q)
assert a != none else "none"
return A(a)`)
    expect(code).toBe(`const a = await at.call('main/a', Maybe, { q })
at.assert(
  'main/assert',
  () => a !== null,
  () => 'none',
)
return at.call('main/return/A', A, { q: mas.there(a) })`)
  })

  test('an assertion without a message', async () => {
    const code = await codeOf(`assert n > 1
return q`)
    expect(code).toBe(`at.assert('main/assert', () => n > 1)
return q`)
  })
})
