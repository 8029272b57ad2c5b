import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { finishedText, randomDesign } from '../../../compiler/derivation/index.ts'
import { compileProgram, createFileReader, createMemoryReader } from '../../../compiler/index.ts'
import { randomNumbers } from '../derivation/designs.ts'
import { richSpecification } from '../derivation/rich-specification.ts'
import { graphsOf, moduleOf } from './emitted-module.ts'
import { typeProblems } from './type-check.ts'

const specification = richSpecification({ calls: 60, tool_calls: 12, depth: 40, statements: 8, nesting: 3, expressionDepth: 3 })

test('modules of examples and of random designs pass the strict checker', async () => {
  const examples = readdirSync('examples').map((name) => compileProgram(`examples/${name}`, createFileReader()))
  const designs = Array.from({ length: 12 }, (_, position) => {
    const text = finishedText(randomDesign(specification, randomNumbers((position + 1) * 7919))) ?? ''
    return compileProgram('design.mas', createMemoryReader(new Map([['design.mas', text]])))
  })
  const modules = await Promise.all([...examples, ...designs].filter((compiled) => graphsOf(compiled).length > 0).map((compiled) => moduleOf(compiled)))
  expect(typeProblems(modules)).toEqual([])
}, 300_000)

test('members of an enum keep their type through builtins', async () => {
  const text = `enum Verdict { correct, wrong }
agent Critic(q: string) -> Verdict
workflow main(q: string) -> Verdict {
  winner = vote([Verdict.correct, Verdict.wrong])
  if q == "" { winner = Critic(q) } else { winner = last([winner]) }
  return winner
}
`
  expect(typeProblems([await moduleOf(compileProgram('main.mas', createMemoryReader(new Map([['main.mas', text]]))))])).toEqual([])
}, 60_000)

test('hundreds of steps after each other do not exhaust the checker', async () => {
  const body = Array.from({ length: 300 }, (_, position) => `  q = A(q, ${position})\n`).join('')
  const text = `agent A(q: string, n: int) -> string
workflow main(q: string) -> string[] {
  x = each line in lines(q) max 2 {\n${body.replaceAll('q =', 'x =').replace('(q', '(line').replaceAll('(q', '(x')}  yield x }
${body}  return [q, x[0]]
}
`
  const module = await moduleOf(compileProgram('main.mas', createMemoryReader(new Map([['main.mas', text]]))))
  expect(typeProblems([module])).toEqual([])
}, 60_000)

test('a solver and a critic read as in the script', async () => {
  const text = await moduleOf(compileProgram('examples/reflect.mas', createFileReader()))
  expect(text).toContain(`    let draft: Solution = await at.call('main/draft', Solver, { problem, feedback: null })
    for await (const round of at.repeat('main/repeat', 3)) {
      const review = await round.call('main/repeat[*]/review', Critic, { problem, draft })
      if (review.verdict === 'correct') break
      draft = await round.call('main/repeat[*]/draft', Solver, { problem, feedback: review.feedback })
    }
    return draft.answer`)
})
