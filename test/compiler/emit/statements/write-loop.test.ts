import { describe, expect, test } from 'vitest'
import { codeOf } from '../code-of.ts'

describe('Loops', () => {
  test('repeat', async () => {
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

  test('for, with what it does not use marked', async () => {
    const code = await codeOf(`a = ""
for x, i in lines(q) max 3 {
  if i > 1 {
    a = A(a)
  }
}
return a`)
    expect(code).toBe(`let a: string = ''
for await (const [round, _x, i] of at.for('main/for', { list: () => mas.lines(q), max: 3 })) {
  if (i > 1) {
    a = await round.call('main/for[*]/if/then/a', A, { q: a })
  }
}
return a`)
  })

  test('in one another', async () => {
    const code = await codeOf(`repeat max 2 {
  repeat max 3 {
    q = A(q)
  }
}
return q`)
    expect(code).toBe(`let q2: string = q
for await (const round of at.repeat('main/repeat', 2)) {
  let q3: string = q2
  for await (const round2 of round.repeat('main/repeat[*]/repeat', 3)) {
    q3 = await round2.call('main/repeat[*]/repeat[*]/q', A, { q: q3 })
  }
  q2 = q3
}
return q2`)
  })

  test('one after another', async () => {
    const code = await codeOf(`repeat max 2 {
  q = A(q)
}
repeat max 3 {
  q = look(q)
}
return q`)
    expect(code).toBe(`let q2: string = q
for await (const round of at.repeat('main/repeat', 2)) {
  q2 = await round.call('main/repeat[*]/q', A, { q: q2 })
}
let q3: string = q2
for await (const round of at.repeat('main/repeat#2', 3)) {
  q3 = await round.use('main/repeat#2[*]/q', look, { key: q3 })
}
return q3`)
  })
})
