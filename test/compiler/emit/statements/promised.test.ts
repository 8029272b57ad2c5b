import { describe, expect, test } from 'vitest'
import { codeOf } from '../code-of.ts'

describe('Promises', () => {
  test('are waited for where their value is read', async () => {
    const code = await codeOf(`a = A(q)
b = A(q)
return join([a, b], "")`)
    expect(code).toBe(`const aLater = at.call('main/a', A, { q })
const b = await at.call('main/b', A, { q })
const a = await aLater
return at.value('main/return', () => mas.join([a, b], ''))`)
  })

  test('of several values are taken apart', async () => {
    const code = await codeOf(`if n > 1 {
  a = A(q)
  b = "x"
} else {
  a = q
  b = A(q)
}
c = A(q)
return join([a, b, c], "")`)
    expect(code).toBe(`const aLater = at.run('main/if', async (at) => {
  let a: string
  let b: string
  if (n > 1) {
    a = await at.call('main/if/then/a', A, { q })
    b = 'x'
  } else {
    const b2 = await at.call('main/if/else/b', A, { q })
    a = q
    b = b2
  }
  return [a, b] as const
})
const c = await at.call('main/c', A, { q })
const [a, b] = await aLater
return at.value('main/return', () => mas.join([a, b, c], ''))`)
  })

  test('are waited for where a region reads what comes to nothing', async () => {
    const code = await codeOf(`a = A(q)
b = A(q)
x = a
repeat max 2 {
  q = A(q)
  x = "k"
}
return join([b, q], "")`)
    expect(code).toBe(`const unreadLater = at.call('main/a', A, { q })
const bLater = at.call('main/b', A, { q })
await unreadLater
let q2: string = q
for await (const round of at.repeat('main/repeat', 2)) {
  q2 = await round.call('main/repeat[*]/q', A, { q: q2 })
}
const b = await bLater
return at.value('main/return', () => mas.join([b, q2], ''))`)
  })
})
