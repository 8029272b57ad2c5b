import { expect, test } from 'vitest'
import { judgeScript, readSignature } from '../../../trainer/design/index.ts'
import type { DesignBudget, Requirements } from '../../../trainer/design/index.ts'

function requirements(budget: DesignBudget = {}): Requirements {
  const signature = readSignature('(task: string) -> string')
  if (signature.kind === 'error') throw new Error(signature.message)
  return { signature: signature.signature, budget, tools: new Set(['std:calculator']) }
}

const problems = (script: string, budget?: DesignBudget) => {
  const judged = judgeScript(script, requirements(budget))
  return judged.kind === 'problems' ? judged.problems : []
}

const agent = 'agent A(task: string) -> string'

test('what fits is in canonical layout, with its graph', () => {
  const judged = judgeScript(`${agent}   workflow main(task:string)->string { return vote(sample 3 of A(task)) ; }`, requirements({ calls: 3 }))
  expect(judged).toMatchObject({
    kind: 'fits',
    script: `${agent}\n\nworkflow main(task: string) -> string {\n  return vote(sample 3 of A(task))\n}\n`,
    graph: { bounds: { calls: 3 } },
  })
})

test('errors are told with their line, their code and their remedy', () => {
  expect(problems(`${agent}\nworkflow main(task: string) -> string {\n  return B(tsk)\n}`)).toEqual([
    'Line 3, column 10: MAS2003: There is nothing to call with the name `B`.\n    return B(tsk)\n           ^',
    'Line 3, column 12: MAS2001: There is no value `tsk` here. Did you mean `task`?\n    return B(tsk)\n             ^',
  ])
})

test.each([
  ['no main', `workflow other(task: string) -> string { return task }`, {}, ['There is no `workflow main`.']],
  [
    'another signature',
    `workflow main(question: string) -> string { return question }`,
    {},
    ['`main` must be `workflow main(task: string) -> string`, not `main(question: string) -> string`.'],
  ],
  [
    'too expensive',
    `${agent} workflow main(task: string) -> string { return vote(sample 9 of A(task)) }`,
    { calls: 5, depth: 1 },
    ['It may cost 9 calls at most; the budget is 5. Use fewer or smaller loops, samples or settings.'],
  ],
  [
    'a tool that cannot be had',
    `tool search(q: string) -> string from "host:search" workflow main(task: string) -> string { return search(task) }`,
    {},
    ['The tool `search` from "host:search" cannot be had here; there is "std:calculator".'],
  ],
])('%s', (_, script, budget, expected) => {
  expect(problems(script, budget)).toEqual(expected)
})

test('a design imports the library and nothing else', () => {
  const main = 'workflow main(task: string) -> string { return text(calculator(task)) }'
  expect(problems(`import { calculator } from "std/tools" ${main}`)).toEqual([])
  expect(problems(`import { calculator } from "../../etc/passwd.mas" ${main}`)[0]).toMatch(/MAS210[13]/)
})

test('warnings are no problem', () => {
  expect(problems(`${agent} agent Unused() -> string workflow main(task: string) -> string { return A(task) }`)).toEqual([])
})
