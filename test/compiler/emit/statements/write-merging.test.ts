import { describe, expect, test } from 'vitest'
import { codeOf } from '../code-of.ts'

describe('Merged names', () => {
  test('get their value in each branch', async () => {
    const code = await codeOf(`if n > 1 {
  a = A(q)
} else {
  a = look(q)
}
b = A(a)
return b`)
    expect(code).toBe(`let a: string
if (n > 1) {
  a = await at.call('main/if/then/a', A, { q })
} else {
  a = await at.use('main/if/else/a', look, { key: q })
}
return at.call('main/b', A, { q: a })`)
  })

  test('keep the one they had without an else', async () => {
    const code = await codeOf(`a = q
if n > 1 {
  a = A(q)
}
b = A(a)
return b`)
    expect(code).toBe(`let a: string = q
if (n > 1) {
  a = await at.call('main/if/then/a', A, { q })
}
return at.call('main/b', A, { q: a })`)
  })

  test('are given when all that a branch began has ended', async () => {
    const code = await codeOf(`if n > 1 {
  _ = A(q)
  a = look(q)
} else {
  a = q
}
b = A(a)
return b`)
    expect(code).toBe(`let a: string = q
if (n > 1) {
  const unreadLater = at.call('main/if/then/_', A, { q })
  const a2 = await at.use('main/if/then/a', look, { key: q })
  await unreadLater
  a = a2
}
return at.call('main/b', A, { q: a })`)
  })

  test('a constant is told the type', async () => {
    const code = await codeOf(`k = Kind.one
if n > 1 {
  k = Kind.two
}
match k {
  one => { return q }
  two => { return A(q) }
}`)
    expect(code).toBe(`let k: string = 'one'
if (n > 1) {
  k = 'two'
}
if (k === 'one') {
  return q
} else {
  return at.call('main/match/two/return/A', A, { q })
}`)
  })
})
