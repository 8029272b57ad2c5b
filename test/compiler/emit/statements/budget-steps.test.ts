import { describe, expect, test } from 'vitest'
import { codeOf } from '../code-of.ts'

const part = `workflow part(q: string) -> string budget { tokens 40 } {
  a = A(q)
  return A(a)
}`

describe('Budgets of workflows that are written out', () => {
  test('are opened at the first node and closed behind the last', async () => {
    const code = await codeOf(`a = part(q)
return A(a)`, { before: part })
    expect(code).toBe(`const partSteps = at.budget({ path: 'main/a', workflow: 'part', tokens: 40 })
const a = await partSteps.call('main/a/a', A, { q })
const a2 = await partSteps.call('main/a/return/A', A, { q: a })
partSteps.close()
return at.call('main/return/A', A, { q: a2 })`)
  })

  test('are those of each iteration', async () => {
    const code = await codeOf(`xs = each x in lines(q) max 3 { yield part(x) }
return xs[0]`, { before: part })
    expect(code).toBe(`const xs = await at.each('main/xs/each', { list: () => mas.lines(q), max: 3 }, async (at, x) => {
  const partSteps = at.budget({ path: 'main/xs', workflow: 'part', tokens: 40 })
  const a = await partSteps.call('main/xs[*]/a', A, { q: x })
  const a2 = await partSteps.call('main/xs[*]/return/A', A, { q: a })
  partSteps.close()
  return a2
})
return at.value('main/return', () => mas.element(xs, 0))`)
  })

  test('stand in one another', async () => {
    const code = await codeOf(`return whole(q)`, { before: `${part}
workflow whole(q: string) -> string budget { seconds 9 } {
  a = part(q)
  return A(a)
}` })
    expect(code).toBe(`const wholeSteps = at.budget({ path: 'main/return/whole', workflow: 'whole', seconds: 9 })
const partSteps = wholeSteps.budget({ path: 'main/return/whole/a', workflow: 'part', tokens: 40 })
const a = await partSteps.call('main/return/whole/a/a', A, { q })
const a2 = await partSteps.call('main/return/whole/a/return/A', A, { q: a })
partSteps.close()
const a3 = await wholeSteps.call('main/return/whole/return/A', A, { q: a2 })
wholeSteps.close()
return a3`)
  })
})
