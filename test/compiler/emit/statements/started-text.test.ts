import { describe, expect, test } from 'vitest'
import { codeOf } from '../code-of.ts'

describe('Steps', () => {
  test('calls with arguments that may fail take them as a function', async () => {
    const code = await codeOf(`a = lines(q)
return A(a[0])`)
    expect(code).toBe(`const a = at.value('main/a', () => mas.lines(q))
return at.call('main/return/A', A, () => ({ q: mas.element(a, 0) }))`)
  })

  test('of a tool that the module uses', async () => {
    const code = await codeOf(`return look(q)`)
    expect(code).toBe(`return at.use('main/return/look', look, { key: q })`)
  })

  test('iterations', async () => {
    const code = await codeOf(`xs = each x in lines(q) max 3 { yield A(x) }
return xs[0]`)
    expect(code).toBe(`const xs = await at.each('main/xs/each', { list: () => mas.lines(q), max: 3 }, (at, x) =>
  at.call('main/xs[*]', A, { q: x }),
)
return at.value('main/return', () => mas.element(xs, 0))`)
  })

  test('iterations in order', async () => {
    const code = await codeOf(`xs = sample 2 of write(q)
return xs[0]`)
    expect(code).toBe(`const xs = await at.inOrder([], (at) =>
  at.sample('main/xs/sample', { count: 2, ordered: true }, (at) => at.use('main/xs[*]', write, { key: q })),
)
return at.value('main/return', () => mas.element(xs, 0))`)
  })

  test('otherwise', async () => {
    const code = await codeOf(`return A(q) otherwise look(q)`)
    expect(code).toBe(`return at.otherwise(
  'main/return/otherwise',
  (at) => at.call('main/return/otherwise/A', A, { q }),
  (at) => at.use('main/return/otherwise/look', look, { key: q }),
)`)
  })

  test('lazy operators', async () => {
    const code = await codeOf(`if Sure(q) and (n > 1 or Sure("x")) {
  return q
} else {
  return hint ?? A(q)
}`)
    expect(code).toBe(`const sure = await at.call('main/if/Sure', Sure, { q })
const holds = await at.and('main/if/and', sure, (at) =>
  at.or('main/if/or', n > 1, (at) => at.call('main/if/Sure#2', Sure, { q: 'x' })),
)
if (holds) {
  return q
} else {
  return at.default('main/if/else/return/default', hint, (at) => at.call('main/if/else/return/A', A, { q }))
}`)
  })

  test('branches and loops beside later steps', async () => {
    const code = await codeOf(`repeat max 2 {
  q = A(q)
}
a = A("x")
return join([q, a], "")`)
    expect(code).toBe(`const qLater = at.run('main/repeat', async (at) => {
  let q2: string = q
  for await (const round of at.repeat('main/repeat', 2)) {
    q2 = await round.call('main/repeat[*]/q', A, { q: q2 })
  }
  return q2
})
const a = await at.call('main/a', A, { q: 'x' })
const q2 = await qLater
return at.value('main/return', () => mas.join([q2, a], ''))`)
  })
})
