import { expect, test } from 'vitest'
import type { Value } from '../../../../compiler/index.ts'
import { judgeTest } from '../../../../trainer/scorers/code/judge-test.ts'

const strict = { tolerance: 0, relativeTolerance: 0, token: 'secret' }
const call = (returns: Value) => ({ kind: 'call', call: 'f', arguments: [], returns }) as const

test.each([
  ['3', 3, true],
  ['3.0', 3, true],
  ['"3"', 3, false],
  ['true', 1, false],
  ['[1, [2, "a"]]', [1, [2, 'a']], true],
  ['[1, 2]', [2, 1], false],
  ['{"b": 1, "a": 2}', { a: 2, b: 1 }, true],
  ['{"0": 1}', [1], false],
  ['0.30000000000000004', 0.3, false],
  ['3 3', 3, false],
  ['3\n3', 3, false],
  ['', null, false],
  ['null', null, true],
] as const)('%j returned for %j: %j', (printed, returns, isRight) => {
  expect(judgeTest(call(returns), printed, strict)).toBe(isRight)
})

test('a number is right within a tolerance that is declared', () => {
  expect(judgeTest(call([0.3]), '[0.30000000000000004]', { ...strict, tolerance: 1e-9 })).toBe(true)
  expect(judgeTest(call([100]), '[101]', { ...strict, relativeTolerance: 0.01 })).toBe(true)
  expect(judgeTest(call([100]), '[102]', { ...strict, relativeTolerance: 0.01 })).toBe(false)
})

test.each([
  ['a \nb\n\n', 'a\nb', true],
  ['a\r\nb', 'a\nb', true],
  [' a', 'a', false],
  ['a b', 'a  b', false],
  ['passed', 'a', false],
])('%j printed for %j: %j', (printed, stdout, isRight) => {
  expect(judgeTest({ kind: 'program', stdin: '', stdout }, printed, strict)).toBe(isRight)
})

test('an assert is passed where its end said the token, and nothing else', () => {
  const assertion = { kind: 'assert', assert: 'assert f()' } as const
  expect(['secret', 'passed', '', 'secret secret'].map((printed) => judgeTest(assertion, printed, strict))).toEqual([true, false, false, false])
})
