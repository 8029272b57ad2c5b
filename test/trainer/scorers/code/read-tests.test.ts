import { expect, test } from 'vitest'
import { readTests } from '../../../../trainer/scorers/code/read-tests.ts'

test('a call, a program and an assert are read', () => {
  const given = [{ call: 'f', arguments: [1], returns: [2, 'a'] }, { stdin: '1\n', stdout: '2\n' }, { assert: 'assert f(1)' }]
  expect(readTests(given)).toEqual({
    kind: 'ok',
    tests: [
      { kind: 'call', call: 'f', arguments: [1], returns: [2, 'a'] },
      { kind: 'program', stdin: '1\n', stdout: '2\n' },
      { kind: 'assert', assert: 'assert f(1)' },
    ],
  })
})

const forms = 'tests[0] is {"call": "name", "arguments": […], "returns": …}, {"stdin": "…", "stdout": "…"}, or {"assert": "assert …"}'

test.each([
  [[], '"tests" is a list with at least one test'],
  ['assert f(1)', '"tests" is a list with at least one test'],
  [[1], forms],
  [[{ call: 'f', arguments: [1] }], forms],
  [[{ stdin: '1', stdout: '2', more: 3 }], forms],
  [[{ call: 'f()', arguments: [], returns: 1 }], 'tests[0] calls "f()", which is no name of a function'],
  [[{ call: 'f', arguments: [], returns: { a: [2 ** 60] } }], 'tests[0] returns a number beyond 2^53: write it as a text of digits'],
  [Array.from({ length: 1_001 }, () => ({ assert: 'assert f(1)' })), '"tests" has 1001 tests; there may be 1000'],
])('%j is told', (given, message) => {
  expect(readTests(given)).toEqual({ kind: 'error', message })
})
