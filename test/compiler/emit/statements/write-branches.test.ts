import { describe, expect, test } from 'vitest'
import { codeOf } from '../code-of.ts'

describe('Branches', () => {
  test('else if', async () => {
    const code = await codeOf(`if n == 1 {
  return q
} else if n > 2 {
  return A(q)
} else {
  return look(q)
}`)
    expect(code).toBe(`if (n === 1) {
  return q
} else if (n > 2) {
  return at.call('main/if/else/if/then/return/A', A, { q })
} else {
  return at.use('main/if/else/if/else/return/look', look, { key: q })
}`)
  })

  test('a condition that may fail is a step', async () => {
    const code = await codeOf(`if len(q) > 2 {
  return q
} else {
  return A(q)
}`)
    expect(code).toBe(`if (at.value('main/if', () => mas.len(q) > 2)) {
  return q
} else {
  return at.call('main/if/else/return/A', A, { q })
}`)
  })

  test('match', async () => {
    const code = await codeOf(`match Pick(q) {
  one => { return q }
  two => { return A(q) }
}`)
    expect(code).toBe(`const pick = await at.call('main/match/Pick', Pick, { q })
if (pick === 'one') {
  return q
} else {
  return at.call('main/match/two/return/A', A, { q })
}`)
  })

  test('a first arm with nothing in it', async () => {
    const code = await codeOf(`a = A(q)
repeat max 2 {
  match Pick(q) {
    one => { }
    two => { a = A(a) }
  }
}
return a`)
    expect(code).toBe(`let a: string = await at.call('main/a', A, { q })
for await (const round of at.repeat('main/repeat', 2)) {
  const pick = await round.call('main/repeat[*]/match/Pick', Pick, { q })
  if (pick !== 'one') {
    a = await round.call('main/repeat[*]/match/two/a', A, { q: a })
  }
}
return a`)
  })

  test('a subject that TypeScript may have narrowed', async () => {
    const code = await codeOf(`k = Pick(q)
if k == Kind.one {
  a = A(q)
} else {
  a = q
}
match k {
  one => { return a }
  two => { return A(a) }
}`)
    expect(code).toBe(`const k = await at.call('main/k', Pick, { q })
let a: string = q
if (k === 'one') {
  a = await at.call('main/if/then/a', A, { q })
}
const subject: string = k
if (subject === 'one') {
  return a
} else {
  return at.call('main/match/two/return/A', A, { q: a })
}`)
  })
})
