import { describe, expect, test } from 'vitest'
import { codeOf } from '../code-of.ts'

describe('What a round hands on', () => {
  test('a variable takes the value where it is made', async () => {
    const code = await codeOf(`repeat max 2 {
  q = A(q)
}
return q`)
    expect(code).toBe(`let q2: string = q
for await (const round of at.repeat('main/repeat', 2)) {
  q2 = await round.call('main/repeat[*]/q', A, { q: q2 })
}
return q2`)
  })

  test('several take their next values at once', async () => {
    const code = await codeOf(`a = A(q)
b = A(a)
repeat max 2 {
  c = A(a)
  a = b
  b = c
}
return join([a, b], "")`)
    expect(code).toBe(`const a = await at.call('main/a', A, { q })
let b: string = await at.call('main/b', A, { q: a })
let a2: string = a
for await (const round of at.repeat('main/repeat', 2)) {
  const c = await round.call('main/repeat[*]/c', A, { q: a2 })
  ;[a2, b] = [b, c]
}
return at.value('main/return', () => mas.join([a2, b], ''))`)
  })

  test('they wait for steps that may still read them', async () => {
    const code = await codeOf(`a = A(q)
repeat max 2 {
  _ = A(q)
  a = A(a)
}
return a`)
    expect(code).toBe(`let a: string = await at.call('main/a', A, { q })
for await (const round of at.repeat('main/repeat', 2)) {
  void round.call('main/repeat[*]/_', A, { q })
  const a2 = await round.call('main/repeat[*]/a', A, { q: a })
  await round.earlier()
  a = a2
}
return a`)
  })
})
