import { describe, expect, test } from 'vitest'
import { codeOf } from '../code-of.ts'

describe('Names that are bound again', () => {
  test('keep their variable in a branch', async () => {
    const code = await codeOf(`a = A(q)
if n > 1 {
  a = A(a)
}
b = A(a)
return b`)
    expect(code).toBe(`let a: string = await at.call('main/a', A, { q })
if (n > 1) {
  a = await at.call('main/if/then/a', A, { q: a })
}
return at.call('main/b', A, { q: a })`)
  })

  test('keep the variable of the loop', async () => {
    const code = await codeOf(`a = A(q)
for x, i in lines(q) max 3 {
  if i == 1 {
    a = A(x)
  } else {
    a = A(a)
  }
}
return a`)
    expect(code).toBe(`let a: string = await at.call('main/a', A, { q })
for await (const [round, x, i] of at.for('main/for', { list: () => mas.lines(q), max: 3 })) {
  if (i === 1) {
    a = await round.call('main/for[*]/if/then/a', A, { q: x })
  } else {
    a = await round.call('main/for[*]/if/else/a', A, { q: a })
  }
}
return a`)
  })

  test('have another one where the first is read later', async () => {
    const code = await codeOf(`a = A(q)
b = a
if n > 1 {
  b = A(a)
}
c = A(b)
return join([a, c], "")`)
    expect(code).toBe(`const a = await at.call('main/a', A, { q })
let b: string = a
if (n > 1) {
  b = await at.call('main/if/then/b', A, { q: a })
}
const c = await at.call('main/c', A, { q: b })
return at.value('main/return', () => mas.join([a, c], ''))`)
  })

  test('have another one where a check for none narrows the first', async () => {
    const code = await codeOf(`a = Maybe(q)
if n > 1 {
  a = A(q)
}
b = A(q)
return a ?? b`)
    expect(code).toBe(`const aLater = at.call('main/a', Maybe, { q })
const aLater2 = at.after([aLater], (at, a) =>
  at.run('main/if', async (at) => {
    let a2: string | null = a
    if (n > 1) {
      a2 = await at.call('main/if/then/a', A, { q })
    }
    return a2
  }),
)
const b = await at.call('main/b', A, { q })
const a = await aLater2
return a ?? b`)
  })

  test('have another one where a step that was begun may read the first', async () => {
    const code = await codeOf(`a = A(q)
_ = A(a)
if n > 1 {
  a = A(q)
}
b = A(a)
return b`)
    expect(code).toBe(`const a = await at.call('main/a', A, { q })
void at.call('main/_', A, { q: a })
let a2: string = a
if (n > 1) {
  a2 = await at.call('main/if/then/a', A, { q })
}
return at.call('main/b', A, { q: a2 })`)
  })

  test('have another one where the other branches swap them', async () => {
    const code = await codeOf(`a = A(q)
b = A(a)
repeat max 2 {
  if n > 1 {
    c = a
    a = b
    b = c
  } else {
    a = A(a)
  }
}
return join([a, b], "")`)
    expect(code).toBe(`const a = await at.call('main/a', A, { q })
let b: string = await at.call('main/b', A, { q: a })
let a2: string = a
for await (const round of at.repeat('main/repeat', 2)) {
  let a3: string
  let b2: string
  if (n > 1) {
    a3 = b
    b2 = a2
  } else {
    a3 = await round.call('main/repeat[*]/if/else/a', A, { q: a2 })
    b2 = b
  }
  ;[a2, b] = [a3, b2]
}
return at.value('main/return', () => mas.join([a2, b], ''))`)
  })
})
