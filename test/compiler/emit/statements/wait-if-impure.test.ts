import { describe, expect, test } from 'vitest'
import { codeOf } from '../code-of.ts'

describe('Effects', () => {
  test('a branch that may have one waits for all earlier steps', async () => {
    const code = await codeOf(`_ = A(q)
if n > 1 {
  b = write(q)
} else {
  b = q
}
c = A(b)
return c`)
    expect(code).toBe(`await at.call('main/_', A, { q })
await at.earlier()
let b: string = q
if (n > 1) {
  b = await at.use('main/if/then/b', write, { key: q })
}
return at.call('main/c', A, { q: b })`)
  })

  test('a call keeps the order by itself', async () => {
    const code = await codeOf(`_ = A(q)
a = write(q)
return a`)
    expect(code).toBe(`await at.call('main/_', A, { q })
return at.use('main/a', write, { key: q })`)
  })
})
