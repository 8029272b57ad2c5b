import { describe, expect, test } from 'vitest'
import { functionScorer, scorerOfTasks } from '../../../trainer/scorers/index.ts'
import type { DefaultScorer } from '../../../trainer/scorers/index.ts'
import { score, scoredTask } from './scored-task.ts'

const numeric: DefaultScorer = { kind: 'named', name: 'numeric', options: { tolerance: 1 } }

test.each([
  ['the one for all', numeric, undefined, '8', 1],
  ['its own', numeric, 'exact', '8', 0],
  ['its own with options', null, { name: 'numeric', tolerance: 2 }, '9', 1],
  ['options in the place of those for all', numeric, { tolerance: 0 }, '8', 0],
  ['options for all that it does not set', numeric, { name: 'numeric', relativeTolerance: 0 }, '8', 1],
  ['none of the options for another scorer', numeric, { name: 'math' }, '8', 0],
  ['a function of a person', { kind: 'own', scorer: functionScorer('own', () => 0.5) }, undefined, '1', 0.5],
] as const)('a task is scored by %s', async (_, fallback, scorer, result, wanted) => {
  expect(await score(scorerOfTasks(fallback), result, { expected: '7', ...(scorer === undefined ? {} : { scorer }) })).toBe(wanted)
})

describe('before anything runs it is told', () => {
  test.each([
    ['that there is no scorer', null, undefined, 'it names no scorer, and there is none for all: give --scorer, or write "scorer" into the task'],
    ['that the name is wrong', numeric, 'exat', 'there is no scorer "exat". Did you mean "exact"?'],
    ['that a task names no file', numeric, './steal.mjs', 'there is no scorer "./steal.mjs". There is "exact", "numeric", "math", "code", "schema".'],
    ['that an option is wrong', numeric, { name: 'math', tolerance: 1 }, 'the scorer math has no option "tolerance". There is "timeoutSeconds", "field".'],
    ['that a name is missing', null, { tolerance: 1 }, '"scorer" lacks a "name"'],
    ['that it is no scorer at all', numeric, [1], '"scorer" is a name, or an object with a name and options'],
  ] as const)('%s', (_, fallback, scorer, problem) => {
    const task = scoredTask({ expected: '7', ...(scorer === undefined ? {} : { scorer: scorer as string }) })
    expect(scorerOfTasks(fallback).fits(task)).toEqual({ kind: 'unfit', problem })
  })
})

test('it is named after the scorer for all', () => {
  expect([null, numeric].map((fallback) => scorerOfTasks(fallback).name)).toEqual(['by task', 'numeric tolerance=1'])
})
