import { describe, expect, test } from 'vitest'
import { codeOf } from '../code-of.ts'

describe('stop when', () => {
  test('leaves the loop', async () => {
    const code = await codeOf(`repeat max 3 {
  q = A(q)
  stop when q == "x"
}
return q`)
    expect(code).toBe(`let q2: string = q
for await (const round of at.repeat('main/repeat', 3)) {
  q2 = await round.call('main/repeat[*]/q', A, { q: q2 })
  if (q2 === 'x') break
}
return q2`)
  })

  test('gives the variables of the loop the values that they have there', async () => {
    const code = await codeOf(`a = ""
repeat max 3 {
  c = A(a)
  if n > 1 {
    a = c
    stop when c == "x"
  }
  a = A(c)
}
return a`)
    expect(code).toBe(`let a: string = ''
for await (const round of at.repeat('main/repeat', 3)) {
  const c = await round.call('main/repeat[*]/c', A, { q: a })
  if (n > 1) {
    if (c === 'x') {
      a = c
      break
    }
  }
  a = await round.call('main/repeat[*]/a', A, { q: c })
}
return a`)
  })

  test('lets what follows know that it did not', async () => {
    const code = await codeOf(`repeat max 3 {
  a = Maybe(q)
  stop when a == none
  q = A(a)
}
return q`)
    expect(code).toBe(`let q2: string = q
for await (const round of at.repeat('main/repeat', 3)) {
  const a = await round.call('main/repeat[*]/a', Maybe, { q: q2 })
  if (a === null) break
  q2 = await round.call('main/repeat[*]/q', A, { q: a })
}
return q2`)
  })

  test('with a condition that may fail', async () => {
    const code = await codeOf(`repeat max 3 {
  q = A(q)
  stop when len(q) > 9
}
return q`)
    expect(code).toBe(`let q2: string = q
for await (const round of at.repeat('main/repeat', 3)) {
  q2 = await round.call('main/repeat[*]/q', A, { q: q2 })
  if (round.value('main/repeat[*]/stop', () => mas.len(q2) > 9)) break
}
return q2`)
  })
})
