import { expect, test } from 'vitest'
import { answerProblem } from '../../../runtime/suspension/answer-problem.ts'
import { int } from '../graph-builder.ts'

const approval = { awaits: 'approval', result: int } as const
const result = { awaits: 'result', result: int } as const
const declined = { kind: 'declined', reason: 'no' } as const

test.each([
  [approval, { kind: 'approved' }],
  [approval, declined],
  [result, declined],
  [result, { kind: 'value', value: 7 }],
] as const)('%j may be answered with %j', (call, answer) => {
  expect(answerProblem(call, answer)).toBe(null)
})

test.each([
  [approval, { kind: 'value', value: 7 }, 'it waits for approval'],
  [result, { kind: 'approved' }, 'it waits for its result'],
  [result, { kind: 'value', value: 'seven' }, 'does not fit the result of the tool:\n- expected a whole number'],
  [result, { kind: 'value', value: undefined }, 'does not fit'],
] as const)('%j may not be answered with %j', (call, answer, problem) => {
  expect(answerProblem(call, answer)).toContain(problem)
})
