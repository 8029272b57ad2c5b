import { describe, expect, test } from 'vitest'
import { codeOf } from '../code-of.ts'

describe('Steps that are begun', () => {
  test('at once, where their values are there', async () => {
    const code = await codeOf(`_ = A(q)
return A(q)`)
    expect(code).toBe(`void at.call('main/_', A, { q })
return at.call('main/return/A', A, { q })`)
  })

  test('after what they read', async () => {
    const code = await codeOf(`a = A(q)
b = A(q)
c = A(a)
d = A(b)
return join([c, d], "")`)
    expect(code).toBe(`const aLater = at.call('main/a', A, { q })
const bLater = at.call('main/b', A, { q })
const cLater = at.after([aLater], (at, a) => at.call('main/c', A, { q: a }))
const b = await bLater
const d = await at.call('main/d', A, { q: b })
const c = await cLater
return at.value('main/return', () => mas.join([c, d], ''))`)
  })

  test('after what they wait for and do not read, which comes last', async () => {
    const code = await codeOf(`a = A(q)
b = A(q)
x = a
repeat max 2 {
  b = A(b)
  x = "k"
}
c = A(q)
return join([b, c], "")`)
    expect(code).toBe(`const unreadLater = at.call('main/a', A, { q })
const bLater = at.call('main/b', A, { q })
const bLater2 = at.after([bLater, unreadLater], (at, b) =>
  at.run('main/repeat', async (at) => {
    let b2: string = b
    for await (const round of at.repeat('main/repeat', 2)) {
      b2 = await round.call('main/repeat[*]/b', A, { q: b2 })
    }
    return b2
  }),
)
const c = await at.call('main/c', A, { q })
const b = await bLater2
return at.value('main/return', () => mas.join([b, c], ''))`)
  })

  test('in their turn, where they have an effect', async () => {
    const code = await codeOf(`a = A(q)
b = each x in lines(q) max 3 { yield write(x) }
c = A(q)
return join(concat(b, [a, c]), "")`)
    expect(code).toBe(`const aLater = at.call('main/a', A, { q })
const bLater = at.inOrder([], (at) =>
  at.each('main/b/each', { list: () => mas.lines(q), max: 3, ordered: true }, (at, x) =>
    at.use('main/b[*]', write, { key: x }),
  ),
)
const c = await at.call('main/c', A, { q })
const b = await bLater
const a = await aLater
return at.value('main/return', () => mas.join(mas.concat(b, [a, c]), ''))`)
  })
})
