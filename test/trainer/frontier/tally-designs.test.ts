import { expect, test } from 'vitest'
import { tallyDesigns, triedDesigns } from '../../../trainer/frontier/index.ts'
import type { Execution, RolloutTree } from '../../../trainer/rollout/index.ts'

const execution = (score: number | null, requests: number, price?: number): Execution => ({
  execution: 1,
  seed: 1,
  outcome: { kind: 'ok', value: '' },
  score,
  requests,
  ...(price === undefined ? {} : { price }),
  calls: [],
  trace: null,
  exchanges: null,
})

const tree = (designs: Readonly<Record<string, readonly Execution[]>>): RolloutTree => ({
  task: { id: 't', family: 'f', difficulty: 0, input: {} },
  designs: Object.entries(designs).map(([text, executions], position) => ({
    design: position + 1,
    text,
    compiled: { kind: 'rejected', diagnostics: [] },
    calls: [],
    executions,
  })),
})

test('a design counts over its tasks and steps, and executions that nobody could judge do not count', () => {
  const first = triedDesigns(0, [tree({ a: [execution(1, 2), execution(0, 4)], b: [execution(null, 9)] }), tree({ a: [execution(1, 3), execution(null, 9)] })])
  expect(first).toEqual([{ step: 0, text: 'a', executions: 3, score: 2, squares: 2, requests: 9, price: null }])
  const second = triedDesigns(1, [tree({ b: [execution(0.5, 1, 0.25)], a: [execution(1, 3, 0.75)] })])
  const tallies = tallyDesigns([...first, ...second])
  expect(tallies.map(({ text, executions, score, requests, price }) => [text, executions, score, requests, price])).toEqual([
    ['a', 4, 0.75, 3, 0.1875],
    ['b', 1, 0.5, 1, 0.25],
  ])
  expect(tallies[0]?.error).toBeCloseTo(Math.sqrt(0.75 * 0.25) / 2, 12)
})
