import { expect, test } from 'vitest'
import { codeOf } from './code-of.ts'

test.each([
  ['a call that the script names', 'draft = A(q) _ = A(draft) return A(draft)', 'const draft = await'],
  ['a call inside an expression, by what is called', 'return Judge(q).remark ?? "x"', 'const judge = await'],
  ['what is sampled, where that is what the script names', 'xs = sample 2 of A(q) return xs[0]', 'const xs = await at.sample('],
  ['what is sampled, where it is a part of that', 'x = vote(sample 2 of A(q)) return x', 'const samples = await at.sample('],
  ['what an each gives', 'x = last(each y in lines(q) max 3 { yield A(y) }) return x', 'const items = await at.each('],
  ['what a lazy operator decides', 'if Sure(q) or Sure("x") { return q } else { return A(q) }', 'const holds = await at.or('],
  ['a fallback', 'x = [A(q) otherwise q] return x[0]', 'const either = await at.otherwise('],
  ['what is begun', 'a = A(q) b = A(q) return "{{a}}{{b}}"', 'const aLater = at.call('],
])('%s', async (_, body, code) => {
  expect(await codeOf(body)).toContain(code)
})
