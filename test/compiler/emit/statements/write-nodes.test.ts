import { describe, expect, test } from 'vitest'
import { codeOf } from '../code-of.ts'

describe('Statements', () => {
  test('wait where all later ones need what they give', async () => {
    const code = await codeOf(`a = A(q)
b = A(a)
return b`)
    expect(code).toBe(`const a = await at.call('main/a', A, { q })
return at.call('main/b', A, { q: a })`)
  })

  test('are begun where a later one does not', async () => {
    const code = await codeOf(`a = A(q)
b = A(q)
c = A(b)
return join([a, c], "")`)
    expect(code).toBe(`const aLater = at.call('main/a', A, { q })
const b = await at.call('main/b', A, { q })
const c = await at.call('main/c', A, { q: b })
const a = await aLater
return at.value('main/return', () => mas.join([a, c], ''))`)
  })

  test('that call nothing are written in line', async () => {
    const code = await codeOf(`a = A(q)
if n > 1 {
  b = q
} else {
  b = "x"
}
c = A(b)
return join([a, c], "")`)
    expect(code).toBe(`const aLater = at.call('main/a', A, { q })
let b: string = 'x'
if (n > 1) {
  b = q
}
const c = await at.call('main/c', A, { q: b })
const a = await aLater
return at.value('main/return', () => mas.join([a, c], ''))`)
  })
})
