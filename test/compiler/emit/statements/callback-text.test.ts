import { describe, expect, test } from 'vitest'
import { codeOf } from '../code-of.ts'

describe('Functions of steps', () => {
  test('one that returns a step is an expression', async () => {
    const code = await codeOf(`xs = sample 2 of A(q)
return xs[0]`)
    expect(code).toBe(`const xs = await at.sample('main/xs/sample', { count: 2 }, (at) => at.call('main/xs[*]', A, { q }))
return at.value('main/return', () => mas.element(xs, 0))`)
  })

  test('one that returns a value gives a promise of it', async () => {
    const code = await codeOf(`xs = each x in lines(q) max 3 { yield { x: x } }
return xs[0].x`)
    expect(code).toBe(`const xs = await at.each('main/xs/each', { list: () => mas.lines(q), max: 3 }, async (_at, x) => ({ x }))
return at.value('main/return', () => mas.element(xs, 0).x)`)
  })

  test('parameters that it does not use are left out or marked', async () => {
    const code = await codeOf(`xs = each x, i in lines(q) max 3 { yield i }
ys = each x in lines(q) max 3 { yield 1 }
return join(concat(xs, ys), "")`)
    expect(code).toBe(`const xsLater = at.each('main/xs/each', { list: () => mas.lines(q), max: 3 }, async (_at, _x, i) => i)
const ys = await at.each('main/ys/each', { list: () => mas.lines(q), max: 3 }, async () => 1)
const xs = await xsLater
return at.value('main/return', () => mas.join(mas.concat(xs, ys), ''))`)
  })

  test('one with several statements is a block', async () => {
    const code = await codeOf(`xs = each x in lines(q) max 3 {
  a = A(x)
  yield A(a)
}
return xs[0]`)
    expect(code).toBe(`const xs = await at.each('main/xs/each', { list: () => mas.lines(q), max: 3 }, async (at, x) => {
  const a = await at.call('main/xs/each[*]/a', A, { q: x })
  return at.call('main/xs[*]', A, { q: a })
})
return at.value('main/return', () => mas.element(xs, 0))`)
  })
})
