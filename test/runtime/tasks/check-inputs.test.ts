import { expect, test } from 'vitest'
import { checkInputs } from '../../../runtime/tasks/index.ts'
import type { GraphParameter } from '../../../compiler/index.ts'

const parameters: readonly GraphParameter[] = [
  { name: 'problem', type: { kind: 'string' }, value: 'v1' },
  { name: 'hint', type: { kind: 'optional', inner: { kind: 'string' } }, value: 'v2' },
  { name: 'steps', type: { kind: 'list', element: { kind: 'int' }, size: { kind: 'number', value: 2 } }, value: 'v3' },
]
const check = (given: Readonly<Record<string, unknown>>) => checkInputs(parameters, new Map(Object.entries(given)))

test('values that fit, with an optional one left out', () => {
  expect(check({ problem: 'p', steps: [1] })).toEqual({ kind: 'ok', inputs: { problem: 'p', hint: null, steps: [1] } })
})

test('every mistake is told', () => {
  expect(check({ problm: 'p', steps: [1, 'x'] })).toEqual({
    kind: 'error',
    problems: [
      'there is no input "problm". Did you mean "problem"?',
      'the input "problem" (string) is missing',
      expect.stringMatching(/^the input "steps\[1\]": expected/) as string,
    ],
  })
})

test('a workflow without parameters says so', () => {
  expect(checkInputs([], new Map([['x', 1]]))).toEqual({
    kind: 'error',
    problems: ['there is no input "x". The workflow takes none.'],
  })
})
