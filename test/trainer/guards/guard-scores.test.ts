import { expect, test } from 'vitest'
import { guardScores } from '../../../trainer/guards/index.ts'
import type { Execution, RolloutTree } from '../../../trainer/rollout/index.ts'

const execution = (score: number | null): Execution => ({
  execution: 1,
  seed: 1,
  outcome: { kind: 'ok', value: 'x'.repeat(200) },
  score,
  requests: 1,
  calls: [],
  trace: null,
  exchanges: null,
})

const tree = (...scores: readonly (number | null)[]): RolloutTree => ({
  task: { id: 'half', family: 'f', difficulty: 0, input: {}, expected: '1/2' },
  designs: [{ design: 1, text: '', compiled: { kind: 'rejected', diagnostics: [] }, calls: [], executions: scores.map(execution) }],
})

test.each([
  ['a step without any score does not count', [tree(null)], 0],
  ['a score above 0 begins anew', [tree(0, 0.01)], 0],
  ['a step of zeros is one more', [tree(0, null), tree(0)], 3],
  ['no execution is none', [], 0],
])('%s', (_, trees, expected) => {
  expect(guardScores(trees, { before: 2, most: 9 })).toBe(expected)
})

test('too many steps of zeros stop training, with an example', () => {
  const shown = `such as half: it came to "${'x'.repeat(119)}…, expected is "1/2"`
  expect(() => guardScores([tree(0)], { before: 2, most: 3 })).toThrow(
    `Every execution of the last 3 steps scored 0, so that only being cheap could be learned; ${shown}`,
  )
})
