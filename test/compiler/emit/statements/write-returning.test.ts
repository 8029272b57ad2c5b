import { describe, expect, test } from 'vitest'
import { codeOf } from '../code-of.ts'

describe('What is returned', () => {
  test('a last step', async () => {
    const code = await codeOf(`a = A(q)
return A(a)`)
    expect(code).toBe(`const a = await at.call('main/a', A, { q })
return at.call('main/return/A', A, { q: a })`)
  })

  test('a value', async () => {
    const code = await codeOf(`a = Judge(q)
return a.remark ?? "none"`)
    expect(code).toBe(`const a = await at.call('main/a', Judge, { q })
return a.remark ?? 'none'`)
  })

  test('from each branch', async () => {
    const code = await codeOf(`if n > 1 {
  return q
} else {
  return A(q)
}`)
    expect(code).toBe(`if (n > 1) {
  return q
} else {
  return at.call('main/if/else/return/A', A, { q })
}`)
  })

  test('behind a step with an effect', async () => {
    const code = await codeOf(`xs = each x in lines(q) max 3 { yield write(x) }
return join(xs, "")`)
    expect(code).toBe(`const xs = await at.inOrder([], (at) =>
  at.each('main/xs/each', { list: () => mas.lines(q), max: 3, ordered: true }, (at, x) =>
    at.use('main/xs[*]', write, { key: x }),
  ),
)
return at.value('main/return', () => mas.join(xs, ''))`)
  })
})
