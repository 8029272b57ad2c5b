import { expect, test } from 'vitest'
import { noUsage } from '../../../runtime/index.ts'
import { summarize } from '../../../trainer/evaluation/index.ts'
import type { EvaluationResult } from '../../../trainer/evaluation/index.ts'

const result = (script: string, task: string, score: number | null, changes: Partial<EvaluationResult> = {}): EvaluationResult => ({
  script,
  task,
  repeat: 1,
  outcome: { kind: 'ok', value: '' },
  score,
  usage: { ...noUsage, requests: 2, prompt_tokens: 10, completion_tokens: 5, seconds: 1 },
  ...changes,
})

test('a task counts once, however often it was run', () => {
  const results = [result('a', 'x', 1), result('a', 'x', 1, { repeat: 2 }), result('a', 'x', 1, { repeat: 3 }), result('a', 'y', 0)]
  expect(summarize(results, ['a'], 1)[0]?.score?.estimate).toBe(0.5)
})

test('scripts are compared with the first one on the tasks that both have', () => {
  const results = [result('a', 'x', 0), result('a', 'y', 0), result('b', 'x', 1), result('b', 'z', 1)]
  const [first, second] = summarize(results, ['a', 'b'], 1)
  expect(first?.difference).toBeNull()
  expect(second?.difference).toEqual({ estimate: 1, lower: 1, upper: 1 })
})

test('failures are counted by their code, unjudged runs stand in no score', () => {
  const failed = { outcome: { kind: 'failed', node: 'main', code: 'timeout', message: '' } } as const
  const stopped = { outcome: { kind: 'stopped', path: 'main', reason: 'tokens', message: '' } } as const
  const results = [result('a', 'x', 0, failed), result('a', 'y', 0, failed), result('a', 'z', 0, stopped), result('a', 'w', null)]
  expect(summarize(results, ['a'], 1)[0]).toMatchObject({
    runs: 4,
    failures: { budget_tokens: 1, timeout: 2 },
    unjudged: 1,
    score: { estimate: 0 },
  })
})

test('usage is the mean of a run, time its median, and cost is told where there is one', () => {
  const slow = result('a', 'y', 1, { usage: { ...noUsage, requests: 4, seconds: 9, cost: 0.5 } })
  expect(summarize([result('a', 'x', 1), slow, result('a', 'z', 1)], ['a'], 1)[0]).toMatchObject({
    requests: 8 / 3,
    tokens: 10,
    cost: 0.5,
    seconds: 1,
  })
  expect(summarize([result('a', 'x', 1)], ['a'], 1)[0]?.cost).toBeNull()
})

test('a script without runs has no score', () => {
  expect(summarize([], ['a'], 1)).toEqual([
    { script: 'a', runs: 0, failures: {}, unjudged: 0, unjudgedReasons: {}, score: null, difference: null, requests: 0, tokens: 0, cost: null, seconds: 0 },
  ])
})
